import { submitSession } from '../core/checkout.js';
import type { Answers } from '../core/session-answers.js';
import { openDispute } from '../core/disputes.js';
import { fundCashBalance } from '../core/cash-balance.js';
import { setMandate } from '../core/mandates.js';
import type { SimConfig } from '../core/sim-config.js';
import type { FaultRule } from '../core/fault-rules.js';

import { bacs, bad, behave, chosen, clock, deliver, need, redeliver, renew, shownClock, state, type Verb } from './command-work.js';

/** `"POST clock"` → what to do; `*` stands for one segment. */
export const verbs: Record<string, Verb> = {
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
    sim.webhooks.mode = body.mode as 'auto' | 'held';
    return { mode: sim.webhooks.mode };
  },
  'POST webhooks/deliver': (sim, _, body) => deliver(sim, body),
  'POST webhooks/drop': (sim, _, body) => {
    const ids = chosen(sim, body);
    for (const id of ids) sim.deliveries.save(Object.assign(sim.deliveries.get(id)!, { state: 'dropped' }));
    return { dropped: ids };
  },
  'POST webhooks/duplicate': (sim, _, body) => {
    return { data: chosen(sim, body).map((id) => sim.webhooks.copy(sim.deliveries.get(id)!)) };
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
      phone: body.phone as string | undefined,
      address: body.address as Answers['address'],
      fields: body.custom_fields as Record<string, string>,
      promotions: Boolean(body.promotions),
      obliging: true,
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
    if (status !== 'active' && status !== 'inactive') throw bad('A mandate becomes active or inactive.');
    setMandate(sim, row, status);
    return row;
  },
  'POST card/*': (sim, [pm], body) => {
    const result = behave(sim, pm!, String(body.now_behaves_as ?? 'success'));
    if (body.updated_by_bank) renew(sim, pm!);
    return result;
  },
  'GET requests/*': (_sim, [id], _body, recorder) => JSON.parse(need(recorder.find(id!), id)) as unknown,
  'POST recording': (_sim, _ids, body, recorder) => {
    if (body.on !== undefined) recorder.on = Boolean(body.on);
    if (body.clear) recorder.clear();
    return { on: recorder.on };
  },
};
