const { join, relative } = require('node:path');

const root = join(__dirname, '..');

/**
 * Leaves the product, as it was built, and some packages to Node, which loads them once for all test files of a worker. Jest
 * would load two thousand modules anew for every file, and cannot load ES modules. What runs before there is an
 * environment is in Node already.
 */
module.exports = {
  process(_source, path) {
    const built = path.endsWith('.ts') ? join(root, 'dist', relative(root, path).replace(/ts$/, 'js')) : path;
    const file = JSON.stringify(built);
    const here = `module._compile(require('node:fs').readFileSync(${file}, 'utf8'), ${file})`;
    const native = `module.exports = globalThis.requireNatively(${file})`;
    return { code: `if (globalThis.requireNatively) ${native}; else ${here};` };
  },
  getCacheKey: (source, path) => `left to Node: ${path} ${module.exports.process(source, path).code}`,
};
