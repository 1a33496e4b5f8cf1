// What is checked by reading the source, without running it. What has not changed since the last time is not read again (notes in dist/);
// lint has no such notes: whether a promise floats depends on other files.
import { bin } from './steps.mjs';

const types = (project) => (how) => bin('typescript/bin/tsc', ['--noEmit', '-p', project], how);

const NOTES = ['--cache', '--cache-location', 'dist/prettier-cache.json'];

export const reading = {
  format: (how) => bin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', ...NOTES, '{apps,libs,migrations,test,bench}/**/*.{ts,tsx}'], how),
  lint: (how) => bin('eslint/bin/eslint.js', ['.', '--max-warnings', '0'], how),
  types: types('tsconfig.json'),
  'types of the admin': types('apps/admin/tsconfig.json'),
  'types of the site': types('apps/site/tsconfig.json'),
};
