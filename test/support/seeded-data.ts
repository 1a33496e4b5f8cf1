import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Fills a new data folder with the demo as a first start left it. The first to ask in a run makes that with `firstStart`, which leaves
 * nothing running; everybody else gets a copy, in a second instead of ten.
 */
export async function fillWithDemo(dataDir: string, firstStart: (seedDir: string) => Promise<void>): Promise<void> {
  const shared = process.env.TEST_DEMO;
  if (!shared) throw new Error('TEST_DEMO is not set: run specs through the project configuration of Jest');
  const [seed, done, failed] = ['data', 'done', 'failed'].map((name) => join(shared, name)) as [string, string, string];
  if (isMine(seed)) {
    try {
      await firstStart(seed);
      // Whoever starts a copy brings up a local Stripe of its own, at an address of its own.
      rmSync(join(seed, 'stripe/process.json'));
      writeFileSync(done, '');
    } catch (error) {
      writeFileSync(failed, '');
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error('the first start of this run failed: see the spec that made it');
    await wait(50);
  }
  // The database belongs to another user where we are root, and must stay so.
  const { status, stderr } = spawnSync('cp', ['-a', `${seed}/.`, dataDir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Only one can make a folder. */
function isMine(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
