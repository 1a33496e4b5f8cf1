import { timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { GIVEN, Sim } from '../core/sim.js';
import type { SimOptions } from '../core/sim-config.js';
import { Pages } from '../pages/pages.js';
import { Api } from './api.js';
import type { Arrival } from './arrival.js';
import { makeCarrier } from './carrier.js';
import { control } from './control.js';
import { Recorder } from './recorder.js';

export interface StripeSimOptions extends SimOptions {
  /** 0, the default, takes any free port. */
  port?: number | undefined;
  host?: string | undefined;
  /** The one key accepted; without it every `sk_test_…` and `rk_test_…` is. */
  secretKey?: string | undefined;
  /** Asked for by the control interface (`Authorization: Bearer …`) when given. */
  controlToken?: string | undefined;
  /** Keep the latest exchanges in memory (default true), and append all to this file. */
  recording?: boolean | undefined;
  recordingFile?: string | undefined;
  /** Endpoints with secrets of the caller's choice. */
  webhooks?: { url: string; secret: string; enabled_events?: string[] }[] | undefined;
  /** The address under which payers reach the pages, when it is not `http://host:port`. */
  publicUrl?: string | undefined;
}

export interface RunningStripeSim {
  url: string;
  port: number;
  /** The simulated account, for control from within the same process. */
  sim: Sim;
  recorder: Recorder;
  close(): Promise<void>;
}

const MOST_BYTES = 1 << 20;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Starts a simulated Stripe. Refuses production, and any address but loopback unless STRIPE_SIM_HOST names it. */
export async function startStripeSim(options: StripeSimOptions = {}): Promise<RunningStripeSim> {
  // an empty name would mean every address there is
  const host = (options.host ?? process.env.STRIPE_SIM_HOST) || '127.0.0.1';
  if (process.env.NODE_ENV === 'production') throw new Error('The Stripe simulator refuses to run with NODE_ENV=production.');
  if (options.secretKey !== undefined && !/^(sk|rk)_test_\w+$/.test(options.secretKey)) {
    throw new Error('The Stripe simulator accepts only test keys (sk_test_…, rk_test_…).');
  }
  if (!LOOPBACK.includes(host) && process.env.STRIPE_SIM_HOST !== host) {
    throw new Error(`The Stripe simulator listens on loopback only; to open it at ${host}, set STRIPE_SIM_HOST=${host}.`);
  }
  const sim = new Sim(options);
  const recorder = new Recorder(options.recording ?? true, options.recordingFile ?? process.env.STRIPE_SIM_RECORDING);
  const carrier = makeCarrier(recorder);
  sim.webhooks.carryWith(carrier.carry, () => recorder.keepPlace());
  const api = new Api(sim, recorder, options.secretKey);
  const pages = new Pages(sim);
  const server = http.createServer((request, response) =>
    receive(request, response, { sim, api, pages, recorder, token: options.controlToken }),
  );
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  sim.serveAt(options.publicUrl ?? url);
  (options.webhooks ?? []).forEach((w, i) => sim.addWebhook(w.url, w.secret, w.enabled_events, `${GIVEN} (${i + 1})`));
  const timer = keepTime(sim);
  sim.commit();
  sim.webhooks.resume();
  return {
    url,
    port,
    sim,
    recorder,
    close: async () => {
      clearInterval(timer);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      carrier.close();
      sim.close();
      recorder.close();
    },
  };
}

/** A ticking clock: what falls due runs within a tenth of a second. */
function keepTime(sim: Sim): NodeJS.Timeout {
  return setInterval(() => {
    if (!sim.clock.frozen && sim.clock.pinned === undefined) sim.runDue();
  }, 100).unref();
}

interface Parts {
  sim: Sim;
  api: Api;
  pages: Pages;
  recorder: Recorder;
  token: string | undefined;
}

function receive(request: http.IncomingMessage, response: http.ServerResponse, parts: Parts): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('error', () => response.destroy());
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  });
  request.on('end', () => {
    if (size > MOST_BYTES)
      return json(response, 413, { error: { type: 'invalid_request_error', message: 'The request body is too large.' } });
    const body = chunks.length === 0 ? '' : chunks.length === 1 ? chunks[0]!.toString('utf8') : Buffer.concat(chunks).toString('utf8');
    dispatch({ request, response, method: request.method ?? 'GET', path: request.url ?? '/', body }, parts).catch((error: unknown) => {
      if (!response.headersSent) json(response, 500, { error: { type: 'api_error', message: `The simulator failed: ${String(error)}` } });
    });
  });
}

async function dispatch(arrival: Arrival, { sim, api, pages, recorder, token }: Parts): Promise<void> {
  const { method, path, response } = arrival;
  if (method === 'POST' && /^\/v1\/payment_pages\/\w+\/confirm$/.test(path)) return pages.confirmByApi(arrival);
  if (path.startsWith('/v1/')) return api.handle(arrival);
  const pathname = path.split('?')[0]!;
  if (path.startsWith('/_sim/')) {
    if (token && !sameToken(arrival.request.headers.authorization, token)) {
      return json(response, 401, { error: { message: 'The control interface asks for its token: Authorization: Bearer …' } });
    }
    const answer = await control(sim, recorder, method, pathname, arrival.body);
    if (answer.text === undefined) return json(response, answer.status, answer.body);
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
    response.end(answer.text);
    return;
  }
  if (await pages.handle(arrival)) return;
  if (path.startsWith('/v1')) return api.handle(arrival);
  json(response, 404, { error: { type: 'invalid_request_error', message: `Unrecognized request URL (${method}: ${pathname}).` } });
}

function sameToken(given: string | undefined, token: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(`Bearer ${token}`);
  return a.length === b.length && timingSafeEqual(a, b);
}

function json(response: http.ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body ?? null);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
