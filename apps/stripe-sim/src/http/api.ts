import type { Call } from '../core/call.js';
import { description } from '../core/description.js';
import { checkExpand, expand } from '../core/expand.js';
import { mustBeHeeded } from '../core/heeded.js';
import { docUrl } from '../core/intents-common.js';
import { readParams } from '../core/params.js';
import { Refusal } from '../core/refusal.js';
import { routes } from '../core/resources/index.js';
import type { Sim } from '../core/sim.js';
import { header, type Answer, type Arrival } from './arrival.js';
import { playFault } from './faulty.js';
import { fingerprint } from './fingerprint.js';
import { decodeForm } from './form.js';
import { guard } from './guard.js';
import type { Recorder } from './recorder.js';
import { keyInUse, lockTimeout, otherParameters } from './refusals.js';
import { route, type Found } from './router.js';

const DAY = 86_400_000;

/** Stripe's API over HTTP: who asks, what, whether it was asked before, and the answer. */
export class Api {
  private readonly inFlight = new Set<string>();
  private readonly locked = new Set<string>();

  constructor(
    readonly sim: Sim,
    readonly recorder: Recorder,
    private readonly secretKey: string | undefined,
  ) {}

  /** A promise when a fault takes its time. */
  handle(arrival: Arrival): Promise<void> | undefined {
    const { sim } = this;
    sim.runDue();
    if (this.recorder.active) arrival.note = this.recorder.keepPlace();
    const requestId = sim.ids.next('req_', 14);
    const guarded = guard(arrival, this.secretKey);
    if (guarded) this.reply(arrival, this.refused(guarded, requestId), requestId, false);
    if (guarded) return undefined;
    const fault = sim.faults.forRequest(arrival.method, arrival.path, arrival.body);
    if (fault) return playFault(this, arrival, requestId, fault);
    this.reply(arrival, this.answer(arrival, requestId), requestId);
    return undefined;
  }

  /** Runs the request, or repeats what was answered to the same key. */
  answer(arrival: Arrival, requestId: string): Answer {
    const { sim } = this;
    const key = arrival.method === 'POST' ? header(arrival, 'idempotency-key') : undefined;
    const print = key === undefined ? '' : fingerprint(arrival);
    try {
      if (key !== undefined) {
        const repeated = this.repeated(key, print);
        if (repeated) return repeated;
      }
      this.mustBeFree(arrival);
      const answer = this.execute(arrival, requestId, key ?? null);
      if (key !== undefined) this.keep(key, print, answer, requestId);
      return answer;
    } catch (error) {
      const answer = this.refused(error, requestId);
      if (key !== undefined && error instanceof Refusal && error.replayable) this.keep(key, print, answer, requestId);
      return answer;
    } finally {
      sim.current = null;
      sim.commit();
    }
  }

  private execute(arrival: Arrival, requestId: string, key: string | null): Answer {
    const { sim } = this;
    const [pathname = '', query = ''] = arrival.path.split('?');
    const found = this.operation(arrival.method, pathname);
    const form = decodeForm(arrival.method === 'POST' ? arrival.body : [query, arrival.body].filter(Boolean).join('&'));
    if (arrival.method === 'POST' && query)
      throw new Refusal(400, { type: 'invalid_request_error', message: 'POST parameters belong in the body.' }, false);
    const read = readParams(found.op, form);
    mustBeHeeded(found.op, read);
    const params = read as { expand?: string[] };
    if (params.expand) checkExpand(found.op, params.expand);
    sim.current = { requestId, key };
    const call: Call = { sim, params: params as Record<string, never>, ids: found.ids, path: pathname };
    const stale = arrival.method === 'GET' ? this.stale(found.ids[0]) : undefined;
    let result = stale ?? sim.attempt(() => routes[found.op]!(call as Call<never>), arrival.method === 'GET' ? [] : found.ids);
    if (params.expand?.length) result = expand(sim, result, params.expand);
    const broken = sim.money.broken();
    if (broken) throw new Refusal(500, { type: 'api_error', message: broken });
    return { status: 200, body: JSON.stringify(result), headers: {} };
  }

  /** Set by a stale-read fault for the request at hand: how old the answer is to be, in milliseconds. */
  readAsOf = 0;

  private stale(id: string | undefined): unknown {
    if (!this.readAsOf || !id) return undefined;
    const then = this.sim.faults.history.asOf(id, this.readAsOf);
    if (then === null)
      throw new Refusal(404, { type: 'invalid_request_error', code: 'resource_missing', message: `No such object: '${id}'`, param: 'id' });
    return then;
  }

  private operation(method: string, pathname: string): Found {
    const found = route(method, pathname);
    if (!found) {
      const message = `Unrecognized request URL (${method}: ${pathname}). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.`;
      throw new Refusal(404, { type: 'invalid_request_error', message }, false);
    }
    if (!routes[found.op]) {
      throw new Refusal(
        501,
        { type: 'api_error', code: 'not_simulated', message: `The Stripe simulator does not perform ${found.op}.` },
        false,
        { 'stripe-should-retry': 'false' },
      );
    }
    return found;
  }

  private repeated(key: string, print: string): Answer | undefined {
    if (this.inFlight.has(key)) throw keyInUse();
    const kept = this.sim.answers.get(key);
    if (!kept) return undefined;
    if (kept.until < this.sim.clock.now()) {
      this.sim.answers.remove(key);
      return undefined;
    }
    if (kept.fingerprint !== print) throw otherParameters(key);
    return {
      status: kept.status,
      body: kept.body,
      headers: {
        'idempotent-replayed': 'true',
        'original-request': kept.requestId,
        ...(kept.status >= 500 ? { 'stripe-should-retry': 'false' } : {}),
      },
    };
  }

  keep(key: string, print: string, answer: Answer, requestId: string): void {
    this.sim.answers.save({
      id: key,
      fingerprint: print,
      status: answer.status,
      body: answer.body,
      requestId,
      until: this.sim.clock.now() + DAY,
    });
  }

  /** While a slow request holds an object, another one for it is turned away. */
  private mustBeFree(arrival: Arrival): void {
    if (this.locked.size && arrival.method === 'POST' && this.locked.has(objectOf(arrival))) throw lockTimeout();
  }

  /** Holds the key and the object of a request that takes its time; call what it returns when done. */
  hold(arrival: Arrival): () => void {
    const key = arrival.method === 'POST' ? header(arrival, 'idempotency-key') : undefined;
    const object = arrival.method === 'POST' ? objectOf(arrival) : '';
    if (key !== undefined) this.inFlight.add(key);
    if (object) this.locked.add(object);
    return () => {
      if (key !== undefined) this.inFlight.delete(key);
      this.locked.delete(object);
    };
  }

  holds(arrival: Arrival): boolean {
    return this.inFlight.has(header(arrival, 'idempotency-key') ?? '') || this.locked.has(objectOf(arrival));
  }

  refused(error: unknown, requestId: string): Answer {
    if (!(error instanceof Refusal)) {
      const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return this.refused(new Refusal(500, { type: 'api_error', message: `The simulator failed: ${name}` }), requestId);
    }
    const { code } = error.body;
    const body = {
      ...(code ? { doc_url: docUrl(code) } : {}),
      ...error.body,
      request_log_url: `${this.sim.baseUrl}/_sim/requests/${requestId}`,
    };
    return { status: error.status, body: JSON.stringify({ error: body }), headers: error.headers };
  }

  /** Sends the answer and writes the exchange down. `checked` is false for what never reached the API proper. */
  reply(arrival: Arrival, answer: Answer, requestId: string, checked = true): void {
    const { request, response } = arrival;
    const key = header(arrival, 'idempotency-key');
    const headers: Record<string, string | number> = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(answer.body),
      date: new Date(this.sim.clock.now()).toUTCString(),
      'request-id': requestId,
      'stripe-version': description.version,
      ...(key ? { 'idempotency-key': key, 'original-request': requestId } : {}),
      ...answer.headers,
    };
    if (!request.destroyed || !response.destroyed) {
      response.writeHead(answer.status, headers);
      response.end(answer.body);
    }
    this.record(arrival, answer, headers, checked);
  }

  record(arrival: Arrival, answer: Answer, headers: Record<string, string | number>, checked = true, fault?: string): void {
    if (!this.recorder.active) return;
    const { method, path, body } = arrival;
    const sent = { 'idempotency-key': header(arrival, 'idempotency-key'), 'stripe-version': header(arrival, 'stripe-version') };
    const line = {
      method,
      path,
      requestBody: body,
      [checked ? 'requestHeaders' : 'refusedHeaders']: sent,
      status: answer.status,
      responseHeaders: headers,
      ...(fault ? { fault } : {}),
    };
    const note = arrival.note ?? this.recorder.keepPlace();
    note(`${JSON.stringify(line).slice(0, -1)},"responseBody":${answer.body}}`);
  }
}

/** The object a path is about: `/v1/payment_intents/pi_1/confirm` → `pi_1`. */
const objectOf = (arrival: Arrival): string => /^\/v1\/\w+(?:\/sessions)?\/([a-z]+_[A-Za-z0-9_]+)/.exec(arrival.path)?.[1] ?? '';
