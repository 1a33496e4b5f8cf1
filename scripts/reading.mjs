// What is checked by reading the source, without running it.
import { bin } from './steps.mjs';

const types = (project) => (how) => bin('typescript/bin/tsc', ['--noEmit', '-p', project], how);

export const reading = {
  format: (how) => bin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '{apps,libs,migrations,test,bench}/**/*.{ts,tsx}'], how),
  lint: (how) => bin('eslint/bin/eslint.js', ['.', '--max-warnings', '0'], how),
  types: types('tsconfig.json'),
  'types of the admin': types('apps/admin/tsconfig.json'),
  'types of the site': types('apps/site/tsconfig.json'),
};
