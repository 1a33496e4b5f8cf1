// What is checked by reading the source, without running it.
import { bin } from './steps.mjs';

const types = (project) => bin('typescript/bin/tsc', ['--noEmit', '-p', project]);

export const reading = {
  format: () => bin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '{apps,libs,migrations,test,bench}/**/*.{ts,tsx}']),
  lint: () => bin('eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  types: () => types('tsconfig.json'),
  'types of the admin': () => types('apps/admin/tsconfig.json'),
  'types of the site': () => types('apps/site/tsconfig.json'),
};
