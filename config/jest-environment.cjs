const { TestEnvironment } = require('jest-environment-node');

/**
 * Where tests run that try the built product, which Node loads for them (`jest-native.cjs`); its clock, its errors and its
 * metadata are theirs too.
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { requireNatively: require, Date, RangeError, Reflect });
  }
};
