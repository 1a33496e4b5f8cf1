// npm test: everything a contributor can check — lint, types, fences, rules, database, routes, stories, browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reading } from './reading.mjs';
import { build, install, main, root, step } from './steps.mjs';

const WHAT_RUNS = { only: ['server to run', 'contract', 'admin', 'site'] };
const RESULTS = join(root, 'test/.out/results.json');

/** Runs Jest and answers its totals; the reporters print as they go. */
async function jest(args) {
  mkdirSync(join(root, 'test/.out'), { recursive: true });
  rmSync(RESULTS, { force: true });
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '-c', 'test/jest.config.cjs', '--json', `--outputFile=${RESULTS}`, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => child.on('exit', resolve));
  if (!existsSync(RESULTS)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(RESULTS, 'utf8'));
  // A file that could not even run has no failed test to its name, and is a failure all the same.
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites || (numFailedTestSuites ? 1 : 0) };
}

/** A check with a yes or a no counts as one test. */
async function counted(title, work) {
  try {
    await step(title, async () => void (await work()));
    return { passed: 1, failed: 0 };
  } catch (error) {
    process.stderr.write(`  ✗ ${title}: ${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

/** Reads the source in turn, beside what runs: specs that wait for a browser or a restart leave time for it. */
async function readInTurn() {
  const totals = [];
  for (const [title, read] of Object.entries(reading)) totals.push(await counted(title, () => read({ way: true })));
  return totals;
}

async function everything() {
  const [ran, read] = await Promise.all([build(WHAT_RUNS).then(() => jest([])), readInTurn()]);
  return [...read, ran];
}

main(async () => {
  await install();
  const asked = process.argv.slice(2);
  const totals = asked.length ? [await build(WHAT_RUNS).then(() => jest(asked))] : await everything();
  const sum = (key) => totals.reduce((total, t) => total + t[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exitCode = sum('failed') ? 1 : 0;
});
