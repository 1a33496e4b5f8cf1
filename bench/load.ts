import { Agent, request } from 'node:http';

export interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Load {
  requests: number;
  seconds: number;
  failed: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

export const CONNECTIONS = 32;

/** Keeps `CONNECTIONS` requests under way to one server for some seconds. Anything but a success counts as failed. */
export async function overHttp(port: number, seconds: number, next: () => Call): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const send = (call: Call): Promise<number> =>
    new Promise((resolve) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port,
          agent,
          method: call.method,
          path: call.path,
          headers: {
            ...call.headers,
            ...(call.body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(call.body) } : {}),
          },
        },
        (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
        },
      );
      outgoing.on('error', () => resolve(0)).end(call.body);
    });
  const load = await keepBusy(seconds, async () => (await send(next())) < 300);
  agent.destroy();
  return load;
}

/** Runs `work` with `CONNECTIONS` in flight until the time is up. */
export async function keepBusy(seconds: number, work: () => Promise<boolean>): Promise<Load> {
  const times: number[] = [];
  let failed = 0;
  const from = performance.now();
  const until = from + seconds * 1_000;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let at = performance.now(); at < until; at = performance.now()) {
        if (!(await work())) failed += 1;
        times.push(performance.now() - at);
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requests: times.length, seconds: (performance.now() - from) / 1_000, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
