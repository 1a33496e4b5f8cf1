import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fillWithDemo } from './seeded-data.js';

export const ROOT = resolve(__dirname, '../..');
/** Long enough for a machine that is busy with other things. */
const READY_WITHIN_MS = 240_000;

/** The built product, started as `npm start` starts it, on a port and a data folder of its own. */
export class RunningProduct {
  output = '';

  private constructor(
    private child: ChildProcess,
    readonly origin: string,
    readonly dataDir: string,
    private readonly env: Record<string, string>,
  ) {}

  /** On a data folder with nothing in it yet. */
  static startFirst(env: Record<string, string> = {}): Promise<RunningProduct> {
    return RunningProduct.on(openFolder(), env);
  }

  /** On a copy of what a first start left. */
  static async start(): Promise<RunningProduct> {
    const dataDir = openFolder();
    await fillWithDemo(dataDir, async (seedDir) => void (await (await RunningProduct.on(seedDir)).stop()));
    return RunningProduct.on(dataDir);
  }

  private static async on(dataDir: string, settings: Record<string, string> = {}): Promise<RunningProduct> {
    const port = String(await freePort());
    const env = { ...settings, DATA_DIR: dataDir, PORT: port };
    const product = new RunningProduct(launch(env), `http://localhost:${port}`, dataDir, env);
    await product.ready();
    return product;
  }

  /** Starts the same data again, after a stop or a kill. */
  async again(): Promise<void> {
    this.output = '';
    this.child = launch(this.env);
    await this.ready();
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Ctrl-C: everything stops cleanly. Answers the exit status. */
  stop(): Promise<number | null> {
    return this.end('SIGINT');
  }

  /** kill -9, with no chance to tidy up. The database and the local Stripe live on, as they would elsewhere. */
  kill(): Promise<number | null> {
    return this.end('SIGKILL');
  }

  /** Stops what is left and removes the data. */
  async discard(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Address and control token of the local Stripe. */
  stripe(): { base: string; token: string } {
    const { port, token } = JSON.parse(readFileSync(join(this.dataDir, 'stripe/process.json'), 'utf8')) as { port: number; token: string };
    return { base: `http://127.0.0.1:${port}`, token };
  }

  private async ready(): Promise<void> {
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    const until = Date.now() + READY_WITHIN_MS;
    while (!this.output.includes('Ready in')) {
      if (this.child.exitCode !== null || Date.now() > until) {
        this.child.kill('SIGINT');
        throw new Error(`the product did not start:\n${this.output}`);
      }
      await new Promise((next) => setTimeout(next, 50));
    }
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    return new Promise((done) => {
      this.child.once('exit', (code) => done(code));
      this.child.kill(signal);
    });
  }
}

const launch = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--max-semi-space-size=8', join(ROOT, 'dist/run/api.js')], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, RATE_LIMITS: 'off', ...stripeRecording(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Whoever records exchanges with the local Stripe records these too. */
const stripeRecording = (): Record<string, string> =>
  process.env.STRIPE_SIM_RECORDING ? { STRIPE_SIM_RECORDING: process.env.STRIPE_SIM_RECORDING } : {};

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** A new folder that other users may enter, as a folder in a home usually is: the database server is not root. */
export function openFolder(): string {
  const folder = mkdtempSync(join(process.env.TEST_FOLDERS ?? tmpdir(), 'wgt-run-'));
  chmodSync(folder, 0o755);
  return folder;
}
