const { join } = require('node:path');

const root = join(__dirname, '..');
const swc = require('./swc.json');

/** @returns one tier of the tests; each can be run alone with `--selectProjects`. */
const tier = (name, folders, options = {}) => ({
  displayName: name,
  rootDir: root,
  roots: folders.map((folder) => join(root, 'test', folder)),
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', swc] },
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
  projects: [
    tier('domain', ['domain']),
    tier('database', ['embedded-postgres', 'schema', 'features'], database),
    tier('pages', ['pages'], database),
  ],
};
