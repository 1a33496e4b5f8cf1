#!/usr/bin/env node
// Starts the Stripe simulator alone: npm run sim -- --port N. It must have been built (npm run build).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const main = path.join(path.dirname(fileURLToPath(import.meta.url)), '../dist/apps/stripe-sim/src/main.js');
if (!fs.existsSync(main)) {
  console.error('The simulator is not built yet: run npm run build first.');
  process.exit(1);
}
await import(pathToFileURL(main).href);
