// npm run check: format, lint, types and the fences of the architecture.
import { bin, build, install, main, step } from './steps.mjs';

main(async () => {
  await install();
  await Promise.all([
    step('format', () => bin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '{apps,libs,migrations,test,bench}/**/*.{ts,tsx}'])),
    step('lint', () => bin('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])),
  ]);
  await Promise.all([
    step('types', () => bin('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'])),
    step('types of the front ends', async () => {
      await bin('typescript/bin/tsc', ['--noEmit', '-p', 'apps/admin/tsconfig.json']);
      await bin('typescript/bin/tsc', ['--noEmit', '-p', 'apps/site/tsconfig.json']);
    }),
  ]);
  await build({ only: ['server'] });
  await step('architecture', () => bin('jest/bin/jest.js', ['-c', 'test/jest.config.cjs', '--selectProjects', 'architecture']));
});
