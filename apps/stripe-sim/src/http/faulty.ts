import type { FaultRule } from '../core/fault-rules.js';
import { Refusal, type ErrorBody } from '../core/refusal.js';
import type { Api } from './api.js';
import { header, type Answer, type Arrival } from './arrival.js';
import { fingerprint } from './fingerprint.js';
import { keyInUse, lockTimeout, otherParameters } from './refusals.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());
const apiError = (status: number): Refusal =>
  new Refusal(status, { type: 'api_error', message: 'An unknown error occurred.' } satisfies ErrorBody);

/** Answers a request the way a fault rule wants it. */
export async function playFault(api: Api, arrival: Arrival, requestId: string, rule: FaultRule): Promise<void> {
  const send = (answer: Answer) => api.reply(arrival, answer, requestId);
  const refuse = (refusal: Refusal) => send(api.refused(refusal, requestId));
  const before = rule.ms ?? 100;
  switch (rule.action) {
    case 'error_before':
      return refuse(apiError(rule.status ?? 500));
    case 'outage':
      return refuse(new Refusal(503, { type: 'api_error', message: 'Stripe is down (simulated outage).' }));
    case 'error_after':
      return errorAfter(api, arrival, requestId, rule.status ?? 500);
    case 'timeout_before':
      return hang(arrival, rule.ms);
    case 'timeout_after':
      unseen(api, arrival, requestId, rule.action);
      return hang(arrival, rule.ms);
    case 'reset_before':
      return reset(arrival);
    case 'reset_after':
      unseen(api, arrival, requestId, rule.action);
      return reset(arrival);
    case 'garbled':
      return garble(api, arrival, requestId);
    case 'slow':
      return slowly(api, arrival, requestId, before);
    case 'rate_limit': {
      const headers: Record<string, string> = rule.should_retry === undefined ? {} : { 'stripe-should-retry': String(rule.should_retry) };
      return refuse(
        new Refusal(429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Request rate limit exceeded.' }, false, headers),
      );
    }
    case 'lock_timeout':
      return refuse(lockTimeout());
    case 'key_in_use':
      return refuse(keyInUse());
    case 'idempotency_error':
      return refuse(otherParameters(header(arrival, 'idempotency-key') ?? ''));
    case 'key_forgotten':
      for (const row of api.sim.answers.rows) api.sim.answers.remove(row.id);
      return send(api.answer(arrival, requestId));
    case 'webhook_first': {
      const answer = api.answer(arrival, requestId);
      await api.sim.webhooks.idle();
      return send(answer);
    }
    case 'stale': {
      api.readAsOf = rule.ms ?? 10_000;
      const answer = api.answer(arrival, requestId);
      api.readAsOf = 0;
      return send(answer);
    }
    default:
      return send(api.answer(arrival, requestId));
  }
}

/** It happened, and the caller is told 500 now and whenever the key comes back. */
function errorAfter(api: Api, arrival: Arrival, requestId: string, status: number): void {
  api.answer(arrival, requestId);
  const answer = api.refused(apiError(status), requestId);
  const key = header(arrival, 'idempotency-key');
  if (key && arrival.method === 'POST') api.keep(key, fingerprint(arrival), answer, requestId);
  api.sim.commit();
  api.reply(arrival, answer, requestId);
}

/** Executes without answering; the record keeps what would have been said. */
function unseen(api: Api, arrival: Arrival, requestId: string, fault: string): Answer {
  const answer = api.answer(arrival, requestId);
  api.record(arrival, answer, { 'request-id': requestId }, true, fault);
  return answer;
}

function reset(arrival: Arrival): void {
  arrival.request.socket.resetAndDestroy();
}

async function hang(arrival: Arrival, ms = 120_000): Promise<void> {
  await pause(ms);
  if (!arrival.request.socket.destroyed) arrival.request.socket.destroy();
}

function garble(api: Api, arrival: Arrival, requestId: string): void {
  const answer = unseen(api, arrival, requestId, 'garbled');
  const cut = Buffer.from(answer.body).subarray(0, Math.floor(answer.body.length / 2));
  arrival.response.writeHead(200, { 'content-type': 'application/json', 'content-length': cut.length, 'request-id': requestId });
  arrival.response.end(cut);
}

/** Takes its time before it runs; the key and the object are held meanwhile. */
async function slowly(api: Api, arrival: Arrival, requestId: string, ms: number): Promise<void> {
  if (api.holds(arrival)) return api.reply(arrival, api.answer(arrival, requestId), requestId);
  const release = api.hold(arrival);
  await pause(ms);
  release();
  api.reply(arrival, api.answer(arrival, requestId), requestId);
}
