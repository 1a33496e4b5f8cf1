import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { HANDLED_EVENTS } from '#payments';
import { StartError } from '#platform';

export interface LocalStripe {
  /** Settings with which the product finds it: an address and nothing else. */
  env: Record<string, string>;
  adopted: boolean;
  stop(): Promise<void>;
}

const FILE = 'process.json';

interface Known {
  pid: number;
  port: number;
  token: string;
  webhookPort: number;
}

/** Starts the simulator as a process of its own, so that it survives us like the real one would; or takes over the one that runs. */
export async function startLocalStripe(folder: string, apiPort: number): Promise<LocalStripe> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  const known = knownIn(folder);
  if (known && (await answers(known))) {
    if (known.webhookPort === apiPort) return handle(known, true);
    await stop(known);
  }
  const fresh = {
    port: known?.port && (await isFree(known.port)) ? known.port : await freePort(),
    token: known?.token ?? randomBytes(24).toString('base64url'),
    webhookPort: apiPort,
  };
  const log = openSync(join(folder, 'simulator.log'), 'a');
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../../../stripe-sim/src/main.js', import.meta.url)),
      '--port',
      String(fresh.port),
      '--state',
      join(folder, 'state.json'),
    ],
    {
      detached: true,
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        STRIPE_SIM_TOKEN: fresh.token,
        STRIPE_SIM_WEBHOOK_URL: `http://127.0.0.1:${apiPort}/webhooks/stripe`,
        STRIPE_SIM_WEBHOOK_SECRET: 'whsec_simulator',
        STRIPE_SIM_WEBHOOK_EVENTS: Object.keys(HANDLED_EVENTS).join(),
      },
    },
  );
  child.unref();
  closeSync(log);
  const started = { ...fresh, pid: child.pid ?? 0 };
  for (const until = Date.now() + 10_000; !(await answers(started)); await wait(25)) {
    if (Date.now() > until || child.exitCode !== null)
      throw new StartError(`The local Stripe did not start; its log is ${join(folder, 'simulator.log')}.`);
  }
  writeFileSync(`${file}.new`, JSON.stringify(started));
  renameSync(`${file}.new`, file);
  return handle(started, false);
}

/** The simulator that belongs to a data folder, for somebody who only has a question: running, or started as it last ran; none where there never was one. */
export async function localStripeOf(folder: string): Promise<LocalStripe | undefined> {
  const known = knownIn(folder);
  return known && startLocalStripe(folder, known.webhookPort);
}

/** What the last start wrote down; nothing where a machine that was switched off left half of it, and then nothing runs either. */
function knownIn(folder: string): Known | undefined {
  const file = join(folder, FILE);
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Known) : undefined;
  } catch {
    return undefined;
  }
}

const handle = (known: Known, adopted: boolean): LocalStripe => ({
  env: { STRIPE_API_BASE: `http://127.0.0.1:${known.port}`, STRIPE_SIM_TOKEN: known.token },
  adopted,
  stop: () => stop(known),
});

async function stop(known: Known): Promise<void> {
  try {
    process.kill(known.pid, 'SIGTERM');
  } catch {
    return;
  }
  for (const until = Date.now() + 5_000; Date.now() < until && (await answers(known));) await wait(25);
}

async function answers({ port, token }: Known): Promise<boolean> {
  const state = await fetch(`http://127.0.0.1:${port}/_sim/state`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(2_000),
  }).catch(() => undefined);
  return state?.ok ?? false;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
