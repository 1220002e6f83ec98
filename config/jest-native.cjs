const { join, relative } = require('node:path');

const root = join(__dirname, '..');

/**
 * Leaves the product, as it was built, and packages that are ES modules to Node, which loads them once for all test files
 * of a worker. Jest cannot load the latter, and would load two thousand modules anew for every file.
 */
module.exports = {
  process(_source, path) {
    const built = path.endsWith('.ts') ? join(root, 'dist', relative(root, path).replace(/ts$/, 'js')) : path;
    return { code: `module.exports = (globalThis.requireNatively ?? require)(${JSON.stringify(built)});` };
  },
  getCacheKey: (_source, path) => `left to Node: ${path}`,
};
