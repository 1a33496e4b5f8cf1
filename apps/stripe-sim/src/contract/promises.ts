import type { EventRow } from '../core/events.js';
import type { Sim } from '../core/sim.js';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What the simulator promises about its state and does not keep; empty when all is well. */
export function brokenPromises(sim: Sim): string[] {
  return [...balances(sim), ...intents(sim), ...refunds(sim), ...payouts(sim), ...lines(sim), ...events(sim)];
}

function balances(sim: Sim): string[] {
  const broken = sim.money.broken();
  const off = sim.funds.rows.filter(
    (f) => sum(sim.balanceTransactions.rows.filter((t) => t.currency === f.id).map((t) => t.net)) !== f.available + f.pending,
  );
  const uneven = sim.balanceTransactions.rows.filter(
    (t) => t.net !== t.amount - t.fee || t.fee !== sum(t.fee_details.map((d) => d.amount)),
  );
  const pending = sim.funds.rows.filter(
    (f) => sum(sim.balanceTransactions.rows.filter((t) => t.currency === f.id && t.status === 'pending').map((t) => t.net)) !== f.pending,
  );
  return [
    ...(broken ? [broken] : []),
    ...off.map((f) => `Σ net ≠ available + pending in ${f.id}`),
    ...uneven.map((t) => `net ≠ amount − fee in ${t.id}`),
    ...pending.map((f) => `pending lines do not add up in ${f.id}`),
  ];
}

function intents(sim: Sim): string[] {
  return sim.paymentIntents.rows.flatMap((intent) => {
    const good = sim.charges.rows.filter((c) => c.payment_intent === intent.id && c.status === 'succeeded');
    if (good.length > 1) return [`${intent.id} succeeded ${good.length} times`];
    if (intent.status === 'succeeded' && good[0]?.amount_captured !== intent.amount_received)
      return [`${intent.id} received what was not captured`];
    if (intent.status !== 'succeeded' && good[0]?.captured) return [`${intent.id} is ${intent.status} and was charged`];
    return [];
  });
}

function refunds(sim: Sim): string[] {
  return sim.charges.rows.flatMap((charge) => {
    const live = sim.refunds.rows.filter((r) => r.charge === charge.id && r.status !== 'failed' && r.status !== 'canceled');
    const given = sum(live.map((r) => r.amount));
    if (given > charge.amount_captured) return [`${charge.id} gave back more than it took`];
    return charge.captured && charge.amount_captured === charge.amount && given !== charge.amount_refunded
      ? [`${charge.id} miscounts its refunds`]
      : [];
  });
}

function payouts(sim: Sim): string[] {
  const twice = new Map<string, string>();
  return sim.payoutLines.rows.flatMap(({ id, lines }) => {
    const total = sum(lines.map((line) => sim.balanceTransactions.get(line)!.net));
    const repeated = lines.filter((line) => twice.has(line));
    lines.forEach((line) => twice.set(line, id));
    return [...(total === 0 ? [] : [`the lines of ${id} sum to ${total}`]), ...repeated.map((line) => `${line} was paid out twice`)];
  });
}

/** Every object that moved money has a line of that amount, and every line an object. */
function lines(sim: Sim): string[] {
  const amountOf = (id: string | null) => (id ? sim.balanceTransactions.get(id)?.amount : undefined);
  const wrong = [
    ...sim.charges.rows.filter((c) => c.balance_transaction && amountOf(c.balance_transaction) !== c.amount_captured),
    ...sim.refunds.rows.filter((r) => r.balance_transaction && amountOf(r.balance_transaction) !== -r.amount),
    ...sim.refunds.rows.filter((r) => r.failure_balance_transaction && amountOf(r.failure_balance_transaction) !== r.amount),
    ...sim.refunds.rows.filter((r) => r.status === 'succeeded' && !r.balance_transaction),
    ...sim.payoutRows.rows.filter((p) => amountOf(p.balance_transaction) !== -p.amount),
    ...sim.disputes.rows.filter((d) => d.balance_transactions.some((t) => Math.abs(t.amount) !== d.amount)),
  ];
  const sources = new Set([sim.charges, sim.refunds, sim.payoutRows, sim.disputes].flatMap((table) => [...table.byId.keys()]));
  const orphans = sim.balanceTransactions.rows.filter((t) => !t.source || !sources.has(t.source));
  return [...wrong.map((o) => `${o.id} and its line differ`), ...orphans.map((t) => `${t.id} comes from nothing`)];
}

/** What a shop asked for once, with one key, however often it had to ask: at most one payment. */
export function paidTwice(sim: Sim): string[] {
  const seen = new Set<string>();
  return sim.paymentIntents.rows.flatMap((i) => {
    const order = i.metadata.order;
    if (!order || i.status === 'canceled') return [];
    if (seen.has(order)) return [`${order} was paid twice`];
    seen.add(order);
    return [];
  });
}

/** Things that must have exactly one event of a kind. */
function events(sim: Sim): string[] {
  const counts = new Map<string, number>();
  for (const e of sim.eventRows.rows) counts.set(`${e.type} ${e.about}`, (counts.get(`${e.type} ${e.about}`) ?? 0) + 1);
  const wanted = [
    ...sim.paymentIntents.rows.map((i) => `payment_intent.created ${i.id}`),
    ...sim.paymentIntents.rows.filter((i) => i.status === 'succeeded').map((i) => `payment_intent.succeeded ${i.id}`),
    ...sim.charges.rows.filter((c) => c.status === 'succeeded').map((c) => `charge.succeeded ${c.id}`),
    ...sim.refunds.rows.map((r) => `refund.created ${r.id}`),
    ...sim.disputes.rows.map((d) => `charge.dispute.created ${d.id}`),
    ...sim.payoutRows.rows.map((p) => `payout.created ${p.id}`),
    ...sim.sessions.rows
      .filter((s) => s.status !== 'open')
      .map((s) => `checkout.session.${s.status === 'complete' ? 'completed' : 'expired'} ${s.id}`),
  ];
  return wanted.filter((key) => counts.get(key) !== 1).map((key) => `${counts.get(key) ?? 0} events ${key}`);
}

/** Writes down what each event says at the moment it happens, from now on. */
export function listen(sim: Sim): Map<string, string> {
  const told = new Map<string, string>();
  sim.store.onChange = (table, row) => {
    if (table === 'event' && !told.has(row.id)) told.set(row.id, JSON.stringify((row as EventRow).data));
  };
  return told;
}

/** Events that now say something else than they did when they happened. */
export const rewritten = (sim: Sim, told: ReadonlyMap<string, string>): string[] =>
  sim.eventRows.rows.filter((e) => told.get(e.id) !== JSON.stringify(e.data)).map((e) => `${e.type} ${e.id} was rewritten`);
