/** Tests read TypeScript sources directly; the running system under test is the compiled one (test/support). */
export default {
  globalSetup: '<rootDir>/test/support/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/support/globalTeardown.mjs',
  // `SAMMEN_TEST_TODAY=2027-04-02 npx jest test/journeys/figures`: what hangs on the calendar, on another day.
  setupFiles: process.env.SAMMEN_TEST_TODAY === undefined ? [] : ['<rootDir>/test/support/shiftedTests.ts'],
  reporters: ['default', '<rootDir>/test/support/closingLine.mjs'],
  testSequencer: '<rootDir>/test/support/inOrderOfName.mjs',
  runner: '<rootDir>/test/support/lanes.mjs',
  // In each lane. More would share one system, and two cores are busy with its processes.
  maxWorkers: 1,
  testEnvironment: 'node',
  // Two busy cores: a test that starts a process or a server may wait for its turn.
  testTimeout: 30_000,
  testMatch: [
    '<rootDir>/{packages,subgraphs}/*/test/**/*.test.ts',
    '<rootDir>/gateway/{test,explorer/test}/**/*.test.ts',
    '<rootDir>/test/**/*.test.ts',
  ],
  // Below the root: a copy of the project (packages/cli, copyProject) stands in `.sammen` and has tests of its own.
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/.sammen/', '/.stryker-tmp/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.sammen/', '/.stryker-tmp/'],
  moduleNameMapper: {
    '^@sammen/subgraph-(psychiatry|municipality|ngo|coordination|citizen)$': '<rootDir>/subgraphs/$1/src/index.ts',
    // One file of ES modules; its CommonJS would load packages that have none.
    '^linkedom$': '<rootDir>/node_modules/linkedom/worker.js',
    '^@sammen/gateway$': '<rootDir>/gateway/src/index.ts',
    '^@sammen/client/sign-in$': '<rootDir>/packages/client/src/signIn/index.ts',
    '^@sammen/client/([a-z]+)$': '<rootDir>/packages/client/src/$1/index.ts',
    '^@sammen/([a-z-]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.[mt]?[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|graphql-request|oauth4webapi|linkedom|@fastify/static/node_modules|content-disposition)/)',
  ],
};
