import { cardByNumber, cardByToken, declineWith } from '../core/cards.js';
import { debitResult } from '../core/due-work.js';
import { Refusal } from '../core/refusal.js';
import type { Sim } from '../core/sim.js';
import type { Recorder } from './recorder.js';

export type Body = Record<string, unknown>;
export type Verb = (sim: Sim, ids: string[], body: Body, recorder: Recorder) => unknown;

const missing = (what: string) => new Refusal(404, { type: 'invalid_request_error', message: `Nothing here called ${what}.` });
export const bad = (message: string) => new Refusal(400, { type: 'invalid_request_error', message });

/** The row, or a 404 that names it. */
export function need<T>(row: T | undefined, id: string | undefined): T {
  if (row === undefined) throw missing(String(id));
  return row;
}

export async function clock(sim: Sim, body: Body): Promise<unknown> {
  if (typeof body.freeze === 'number') sim.clock.freeze(Math.max(body.freeze, sim.clock.now()));
  else if (body.freeze) sim.clock.freeze();
  if (body.thaw) sim.clock.thaw();
  if (typeof body.advance === 'number') await sim.moveTo(sim.clock.now() + body.advance);
  if (typeof body.to === 'number') await sim.moveTo(body.to);
  sim.noteMeta();
  return shownClock(sim);
}

export const shownClock = (sim: Sim) => ({ now: sim.clock.now(), frozen: sim.clock.frozen, next_due: sim.tasks.nextAt() ?? null });

export function state(sim: Sim): unknown {
  const counts = Object.fromEntries([...sim.store.all()].map((t) => [t.name, t.byId.size]));
  return {
    seed: sim.ids.seed,
    clock: shownClock(sim),
    counts,
    balance: sim.money.balance(),
    webhooks: sim.webhooks.mode,
    base_url: sim.baseUrl,
    config: sim.config,
  };
}

/** Which deliveries a command means: those named, those of a type, or all that wait. */
export function chosen(sim: Sim, body: Body): string[] {
  const ids = body.ids as string[] | undefined;
  const type = body.type as string | undefined;
  return sim.webhooks
    .pending()
    .filter((d) => d.state !== 'dropped' || ids?.includes(d.id))
    .filter((d) => (ids ? ids.includes(d.id) || ids.includes(d.event) : true))
    .filter((d) => !type || sim.eventRows.get(d.event)?.type === type)
    .map((d) => d.id);
}

/** Sends now, in the order of `ids` if given, also what was dropped or had failed. */
export async function deliver(sim: Sim, body: Body): Promise<unknown> {
  const order = (body.ids as string[] | undefined) ?? [];
  const rank = (id: string) => Math.max(order.indexOf(id), order.indexOf(sim.deliveries.get(id)?.event ?? ''));
  const ids = chosen(sim, body).sort((a, b) => rank(a) - rank(b));
  const limited = typeof body.count === 'number' ? ids.slice(0, body.count) : ids;
  const results = [];
  for (const id of limited) {
    const row = sim.deliveries.get(id)!;
    row.state = 'waiting';
    results.push({ id, event: row.event, delivered: await sim.webhooks.send(id) });
  }
  return { results };
}

/** Sends an event again, whether or not it was taken before. */
export function redeliver(sim: Sim, eventId: string): unknown {
  const event = need(sim.eventRows.get(eventId), eventId);
  sim.webhooks.again(event);
  return { event: eventId };
}

/** The bank sent a new card, and told Stripe. */
export function renew(sim: Sim, pm: string): void {
  const row = need(sim.paymentMethods.get(pm), pm);
  if (!row.card) throw bad('Only cards are renewed by the bank.');
  const before = { card: row.card };
  row.card = { ...row.card, exp_year: row.card.exp_year + 3 };
  sim.paymentMethods.save(row);
  sim.events.emit('payment_method.automatically_updated', row, before);
}

export function behave(sim: Sim, pm: string, as: string): unknown {
  const wallet = need(sim.wallets.get(pm), pm);
  const card = cardByNumber(as) ?? cardByToken(as);
  if (as === 'success') wallet.behaviour = { does: 'succeed' };
  else if (card) Object.assign(wallet, { behaviour: card.behaviour, fee: card.fee, aftermath: card.aftermath, setUp: false });
  else
    wallet.behaviour =
      as === 'authentication_required' ? { does: 'authenticate', when: 'always', then: { does: 'succeed' } } : declineWith(as);
  sim.wallets.save(wallet);
  return { payment_method: pm, behaviour: wallet.behaviour };
}

const FATES: Record<string, 'succeeds' | 'fails' | 'fails_late'> = { succeed: 'succeeds', fail: 'fails', late_fail: 'fails_late' };

export function bacs(sim: Sim, intent: string, verb: string): unknown {
  const row = need(sim.paymentIntents.get(intent), intent);
  debitResult(sim, row.latest_charge ?? '', need(FATES[verb], verb));
  return row;
}
