// Packages that ship as ES modules only are bundled to CommonJS once before the run (build/jest-vendor.mjs).
const vendor = (name) => `<rootDir>/.cache/vendor/${name}.cjs`;

export default {
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/build/jest-vendor.mjs',
  transform: { '\\.tsx?$': '<rootDir>/build/jest-typescript.cjs' },
  moduleNameMapper: {
    '^hucre$': vendor('hucre'),
    '^postal-mime$': vendor('postal-mime'),
    '^@ironcalc/wasm$': vendor('ironcalc'),
  },
  collectCoverageFrom: ['src/**/*.ts', '!src/google/**'],
  coverageProvider: 'v8',
};
