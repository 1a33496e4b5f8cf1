#!/usr/bin/env node
// npm run sim -- --port N: the local Stripe alone, built first if it was not (apps/stripe-sim/README.md).
import { build, install, main } from './steps.mjs';

main(async () => {
  await install();
  await build({ only: ['server to run'] });
  await import('../dist/run/stripe-sim.js');
});
