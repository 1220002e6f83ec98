const { join } = require('node:path');

const root = join(__dirname, '..');
const swc = require('./swc.json');

const PACKAGES = '(@nestjs|fast-check|jose|oauth4webapi|openid-client|playwright-core|supertest|typescript)/';

/** Jest puts no path for `<rootDir>` in what it transforms. */
const here = root.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** @returns one tier of the tests; each can be run alone with `--selectProjects`. */
const tier = (name, folders, options = {}) => ({
  displayName: name,
  rootDir: root,
  roots: folders.map((folder) => join(root, 'test', folder)),
  testMatch: ['**/*.test.ts'],
  testEnvironment: join(__dirname, 'jest-environment.cjs'),
  transform: {
    [`^${here}/(src|config|migrations)/.*\\.ts$|/node_modules/${PACKAGES}`]: join(
      __dirname,
      'jest-native.cjs',
    ),
    '\\.ts$': ['@swc/jest', swc],
  },
  transformIgnorePatterns: [`/node_modules/(?!${PACKAGES})`],
  ...options,
});

const database = {
  globalSetup: join(root, 'test/support/global-setup.ts'),
  globalTeardown: join(root, 'test/support/global-teardown.ts'),
};

module.exports = {
  rootDir: root,
  testTimeout: 60_000,
  maxWorkers: 2,
  // What Node has loaded for one file stays for the next, and some of it holds on to what is over.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    tier('domain', ['domain']),
    tier('database', ['embedded-postgres', 'schema', 'features'], database),
    tier('pages', ['pages'], database),
  ],
};
