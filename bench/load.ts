import autocannon from 'autocannon';

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
  const times: number[] = [];
  let failed = 0;
  const request = {
    setupRequest: (request: autocannon.Request): autocannon.Request => {
      const { body, ...call } = next();
      return {
        ...request,
        ...call,
        headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...call.headers },
        body,
      } as autocannon.Request;
    },
  };
  const from = performance.now();
  const options = { url: `http://127.0.0.1:${port}`, connections: CONNECTIONS, duration: seconds, sampleInt: 50, requests: [request] };
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(options, (error) => (error ? reject(error as Error) : resolve()));
    run.on('response', (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status >= 300) failed += 1;
    });
    run.on('reqError', () => (failed += 1));
  });
  return loadOf(times, failed, from);
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
  return loadOf(times, failed, from);
}

function loadOf(times: number[], failed: number, from: number): Load {
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requests: times.length, seconds: (performance.now() - from) / 1_000, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
