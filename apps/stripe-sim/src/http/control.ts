import { submitSession } from '../core/checkout.js';
import { cardByNumber, cardByToken, declineWith } from '../core/cards.js';
import { debitResult } from '../core/due-work.js';
import { openDispute } from '../core/disputes.js';
import { fundCashBalance } from '../core/cash-balance.js';
import { setMandate } from '../core/mandates.js';
import { Refusal } from '../core/refusal.js';
import type { Sim, SimConfig } from '../core/sim.js';
import type { FaultRule } from '../core/faults.js';
import type { Recorder } from './recorder.js';

export interface ControlAnswer {
  status: number;
  body: unknown;
  text?: string;
}

type Body = Record<string, unknown>;
type Verb = (sim: Sim, ids: string[], body: Body, recorder: Recorder) => unknown;

const missing = (what: string) => new Refusal(404, { type: 'invalid_request_error', message: `Nothing here called ${what}.` });
const bad = (message: string) => new Refusal(400, { type: 'invalid_request_error', message });

function need<T>(row: T | undefined, id: string | undefined): T {
  if (row === undefined) throw missing(String(id));
  return row;
}

async function clock(sim: Sim, body: Body): Promise<unknown> {
  if (body.freeze !== undefined) sim.clock.freeze(typeof body.freeze === 'number' ? body.freeze : undefined);
  if (body.thaw) sim.clock.thaw();
  if (typeof body.advance === 'number') await sim.moveTo(sim.clock.now() + body.advance);
  if (typeof body.to === 'number') await sim.moveTo(body.to);
  sim.noteMeta();
  return shownClock(sim);
}

const shownClock = (sim: Sim) => ({ now: sim.clock.now(), frozen: sim.clock.frozen, next_due: sim.tasks.nextAt() ?? null });

function state(sim: Sim): unknown {
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
function chosen(sim: Sim, body: Body): string[] {
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
async function deliver(sim: Sim, body: Body): Promise<unknown> {
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
function redeliver(sim: Sim, eventId: string): unknown {
  const event = need(sim.eventRows.get(eventId), eventId);
  sim.webhooks.enqueue(event);
  return { event: eventId };
}

/** The bank sent a new card, and told Stripe. */
function renew(sim: Sim, pm: string): void {
  const row = need(sim.paymentMethods.get(pm), pm);
  if (!row.card) throw bad('Only cards are renewed by the bank.');
  const before = { card: row.card };
  row.card = { ...row.card, exp_year: row.card.exp_year + 3 };
  sim.paymentMethods.save(row);
  sim.events.emit('payment_method.automatically_updated', row, before);
}

function behave(sim: Sim, pm: string, as: string): unknown {
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

function bacs(sim: Sim, intent: string, verb: string): unknown {
  const row = need(sim.paymentIntents.get(intent), intent);
  debitResult(sim, row.latest_charge ?? '', need(FATES[verb], verb));
  return row;
}

/** `"POST clock"` → what to do; `*` stands for one segment. */
const verbs: Record<string, Verb> = {
  'GET state': (sim) => state(sim),
  'POST reset': (sim, _, body, recorder) => {
    recorder.clear();
    sim.reset(body.seed as string | undefined);
    return state(sim);
  },
  'GET clock': (sim) => shownClock(sim),
  'POST clock': (sim, _, body) => clock(sim, body),
  'GET due': (sim) => ({ tasks: sim.tasks.list() }),
  'POST config': (sim, _, body) => sim.configure(body as Partial<SimConfig>),
  'GET faults': (sim) => ({ rules: sim.faults.rules, uses: sim.faults.uses }),
  'POST faults': (sim, _, body) => sim.faults.add(body as Partial<FaultRule>),
  'DELETE faults': (sim) => {
    sim.faults.clear();
    return { rules: [] };
  },
  'DELETE faults/*': (sim, [id]) => ({ removed: sim.faults.remove(id!) }),
  'POST keys/forget': (sim) => {
    for (const row of sim.answers.rows) sim.answers.remove(row.id);
    return { forgotten: true };
  },
  'GET webhooks/pending': (sim) => ({ data: sim.webhooks.pending().map((d) => ({ ...d, type: sim.eventRows.get(d.event)?.type })) }),
  'POST webhooks/mode': (sim, _, body) => {
    sim.webhooks.mode = body.mode === 'held' ? 'held' : 'auto';
    return { mode: sim.webhooks.mode };
  },
  'POST webhooks/deliver': (sim, _, body) => deliver(sim, body),
  'POST webhooks/drop': (sim, _, body) => {
    const ids = chosen(sim, body);
    for (const id of ids) sim.deliveries.save(Object.assign(sim.deliveries.get(id)!, { state: 'dropped' }));
    return { dropped: ids };
  },
  'POST webhooks/duplicate': (sim, _, body) => {
    const copies = chosen(sim, body).map((id) => ({ ...sim.deliveries.get(id)!, id: sim.ids.next('wd_', 16) }));
    copies.forEach((row) => sim.deliveries.save(row));
    return { data: copies };
  },
  'POST webhooks/reorder': (sim, _, body) => {
    const rows = chosen(sim, body).map((id) => sim.deliveries.get(id)!);
    const order = (body.order ?? 'reverse') as 'reverse' | 'shuffle' | number[];
    for (const row of rows) sim.deliveries.remove(row.id);
    const arranged = sim.faults.arrange(rows, order);
    arranged.forEach((row) => sim.deliveries.save(row));
    return { data: arranged };
  },
  'POST webhooks/settle': async (sim) => {
    await sim.webhooks.idle();
    return { pending: sim.webhooks.pending().length };
  },
  'POST events/*/redeliver': (sim, [id]) => redeliver(sim, id!),
  'POST checkout/*/complete': (sim, [id], body) => {
    const outcome = submitSession(sim, id!, {
      card: String(body.card ?? '4242424242424242'),
      authenticate: body.authenticate !== false,
      email: body.email as string | undefined,
      name: body.name as string | undefined,
      ...(body.bacs_debit ? { method: { type: 'bacs_debit', bacs_debit: body.bacs_debit as Record<string, string> } } : {}),
    });
    return { ...outcome, session: sim.sessions.get(id!) };
  },
  'POST disputes': (sim, _, body) => {
    const kind = body.kind === 'inquiry' ? 'inquiry' : body.kind === 'debit_return' ? 'debit_return' : 'chargeback';
    const amount = body.amount as number | undefined;
    return openDispute(sim, need(sim.charges.get(String(body.charge)), String(body.charge)), {
      kind,
      reason: String(body.reason ?? 'fraudulent'),
      ...(amount ? { amount } : {}),
    });
  },
  'POST payouts/run': (sim, _, body) => {
    const rows = sim.funds.rows.filter((f) => !body.currency || f.id === body.currency);
    return { data: rows.map((f) => sim.payouts.automatic(f.id)).filter((p) => p !== undefined) };
  },
  'POST payouts/reconciliation': (sim, _, body) => {
    if (body.hold) sim.notes.save({ id: 'reconciliation_held', value: true });
    else sim.notes.remove('reconciliation_held');
    return { held: Boolean(body.hold) };
  },
  'POST payouts/fail': (sim, _, body) => {
    const id = String(body.payout ?? sim.payoutRows.rows.at(-1)?.id);
    return sim.payouts.fail(need(sim.payoutRows.get(id), id), String(body.code ?? 'account_closed'));
  },
  'POST bank_transfer': (sim, _, body) => {
    need(sim.customers.get(String(body.customer)), String(body.customer));
    return fundCashBalance(sim, String(body.customer), {
      amount: Number(body.amount),
      currency: String(body.currency ?? sim.config.currency),
      ...(body.reference ? { reference: String(body.reference) } : {}),
    });
  },
  'POST bacs/*/*': (sim, [intent, verb]) => bacs(sim, intent!, verb!),
  'POST mandates/*/*': (sim, [id, status]) => {
    const row = need(sim.mandates.get(id!), id);
    setMandate(sim, row, status === 'active' ? 'active' : 'inactive');
    return row;
  },
  'POST card/*': (sim, [pm], body) => {
    const result = behave(sim, pm!, String(body.now_behaves_as ?? 'success'));
    if (body.updated_by_bank) renew(sim, pm!);
    return result;
  },
  'POST recording': (_sim, _ids, body, recorder) => {
    if (body.on !== undefined) recorder.on = Boolean(body.on);
    if (body.clear) recorder.clear();
    return { on: recorder.on };
  },
};

function lookUp(method: string, segments: string[]): { verb: Verb; ids: string[] } | undefined {
  for (const [name, verb] of Object.entries(verbs)) {
    const [wanted, pattern = ''] = name.split(' ');
    const parts = pattern.split('/');
    if (wanted !== method || parts.length !== segments.length) continue;
    if (parts.every((p, i) => p === '*' || p === segments[i])) return { verb, ids: segments.filter((_, i) => parts[i] === '*') };
  }
  return undefined;
}

/** The control interface, `/_sim/…`: JSON in, JSON out. */
export async function control(sim: Sim, recorder: Recorder, method: string, pathname: string, raw: string): Promise<ControlAnswer> {
  const segments = pathname.replace(/^\/_sim\//, '').split('/');
  if (method === 'GET' && segments[0] === 'recording') return { status: 200, body: null, text: recorder.text() };
  const found = lookUp(method, segments);
  if (!found) return { status: 404, body: { error: { message: `No such command: ${method} ${pathname}`, commands: Object.keys(verbs) } } };
  try {
    const body = raw ? (JSON.parse(raw) as Body) : {};
    sim.runDue();
    const result = await found.verb(sim, found.ids, body, recorder);
    sim.commit();
    return { status: 200, body: result };
  } catch (error) {
    sim.commit();
    if (error instanceof Refusal) return { status: error.status, body: { error: error.body } };
    const refusal = bad(error instanceof Error ? error.message : String(error));
    return { status: refusal.status, body: { error: refusal.body } };
  }
}
