const { join } = require('node:path');

const root = join(__dirname, '..');
const swc = require('./swc.json');

const ES_MODULES = '(jose|oauth4webapi|openid-client)/';

/** @returns one tier of the tests; each can be run alone with `--selectProjects`. */
const tier = (name, folders, options = {}) => ({
  displayName: name,
  rootDir: root,
  roots: folders.map((folder) => join(root, 'test', folder)),
  testMatch: ['**/*.test.ts'],
  testEnvironment: join(__dirname, 'jest-environment.cjs'),
  transform: {
    [`<rootDir>/(src|config|migrations)/.*\\.ts$|/node_modules/${ES_MODULES}`]: join(
      __dirname,
      'jest-native.cjs',
    ),
    '\\.ts$': ['@swc/jest', swc],
  },
  transformIgnorePatterns: [`/node_modules/(?!${ES_MODULES})`],
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
  workerIdleMemoryLimit: '900MB',
  projects: [
    tier('domain', ['domain']),
    tier('database', ['embedded-postgres', 'schema', 'features'], database),
    tier('pages', ['pages'], database),
  ],
};
