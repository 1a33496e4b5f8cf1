// npm run drill: the long drills, which take minutes: a collection killed at 60 moments, and 20,000 random plays of the local Stripe.
import { spawn } from 'node:child_process';
import { build, install, main, root, step } from './steps.mjs';

const DRILLS = {
  kill: {
    title: 'a collection whose process is killed again and again',
    env: { DRILL_POINTS: process.env.DRILL_POINTS ?? '60' },
    jest: ['--selectProjects', 'start', '--testPathPatterns', 'test/start/collection-survives-kill'],
  },
  simulator: {
    title: 'random operations and faults on the local Stripe',
    env: { STRIPE_SIM_PROPERTY_RUNS: process.env.STRIPE_SIM_PROPERTY_RUNS ?? '20000' },
    jest: ['--selectProjects', 'rules', '--testPathPatterns', 'apps/stripe-sim/.*/property', '--testTimeout', '3600000'],
  },
};

/** Runs one set of tests in the open: what it prints is what one wants to see, the seed above all. */
const jest = (args, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '-c', 'test/jest.config.cjs', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('this drill failed; the seed above repeats it'))));
  });

main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !DRILLS[name]);
  if (unknown) throw new Error(`There is no drill "${unknown}"; there are: ${Object.keys(DRILLS).join(', ')}.`);
  await install();
  await build({ only: ['server to run'] });
  for (const name of asked.length ? asked : Object.keys(DRILLS)) {
    const { title, env, jest: args } = DRILLS[name];
    const settings = Object.entries(env).map(([key, value]) => `${key}=${value}`);
    process.stdout.write(`\nDrill "${name}": ${title} (${settings.join(' ')})\n`);
    await step(`drill ${name}`, () => jest(args, env));
  }
});
