/** The tests of this package alone, for mutation testing: no system, and only those that know the right answer by heart: enumeration and properties take seconds for every mutant. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/exhaustive.test.ts', 'roperties.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: { '^@sammen/consent$': '<rootDir>/src/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
