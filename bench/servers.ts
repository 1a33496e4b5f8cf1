import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Server {
  pid: number;
  port: number;
  /** Wall-clock seconds from the launch to the first success. */
  coldStart: number;
  stop(): Promise<void>;
}

/** Launches a server of ours from the compiled tree and waits for its first 2xx; with the young space that `npm start` and the images give. */
export async function launch(script: string, ready: string, env: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=8', join(import.meta.dirname, '..', script)], {
    env: { PATH: process.env.PATH, RATE_LIMITS: 'off', LOG_LEVEL: 'error', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    if (
      await fetch(`http://127.0.0.1:${port}${ready}`).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
    if (child.exitCode !== null || performance.now() - from > 30_000) throw new Error(`${script} did not start`);
    await new Promise((next) => setTimeout(next, 5));
  }
  return { pid: child.pid!, port, coldStart: (performance.now() - from) / 1_000, stop: () => stopped(child) };
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
