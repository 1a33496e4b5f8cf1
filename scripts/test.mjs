// npm test: everything a contributor can check — types, lint, fences, rules, database, routes, stories, browser.
import { spawn } from 'node:child_process';
import { bin, build, install, main, root, run, step } from './steps.mjs';

function jest() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '-c', 'test/jest.config.cjs', '--ci', '--reporters=jest-silent-reporter-of-ours'], { cwd: root, stdio: 'inherit' });
    child.on('exit', resolve);
  });
}

main(async () => {
  await install();
  await build();
  await step('lint', () => bin('eslint/bin/eslint.js', ['.', '--max-warnings', '0']));
  await step('types', () => bin('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']));
  process.exitCode = await jest();
});
