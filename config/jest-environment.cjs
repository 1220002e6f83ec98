const { TestEnvironment } = require('jest-environment-node');

/** Where the tests run that try the built product: see `jest-native.cjs`. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.requireNatively = require;
  }
};
