const path = require('node:path');
const root = path.resolve(__dirname, '..');
const doors = require(path.join(root, 'package.json')).imports;

const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx: false },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** What every project of the suite shares: our `.ts` through swc, packages as Node loads them, the doors of package.json, no file extensions. */
const base = {
  rootDir: root,
  runtime: '<rootDir>/test/support/native-packages-runtime.cjs',
  testEnvironment: '<rootDir>/test/support/one-realm-environment.cjs',
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    ...Object.fromEntries(Object.entries(doors).map(([door, file]) => [`^${door}$`, file.replace('./dist/', '<rootDir>/').replace(/\.js$/, '.ts')])),
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

module.exports = {
  rootDir: root,
  maxWorkers: process.env.JEST_WORKERS ?? 2,
  // Ends what hangs. Speed is judged by the benchmark: a machine that is busy with other things makes no test red.
  testTimeout: 300_000,
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  projects: [
    { ...base, displayName: 'rules', testMatch: ['<rootDir>/{libs,apps}/**/*.spec.ts'] },
    { ...base, displayName: 'database', testMatch: ['<rootDir>/libs/**/*.db-spec.ts'] },
    { ...base, displayName: 'routes', testMatch: ['<rootDir>/test/api/**/*.e2e-spec.ts'] },
    { ...base, displayName: 'stories', testMatch: ['<rootDir>/test/stories/**/*.story-spec.ts'] },
    { ...base, displayName: 'start', testMatch: ['<rootDir>/test/start/**/*.start-spec.ts'] },
    { ...base, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
    { ...base, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
  ],
};
