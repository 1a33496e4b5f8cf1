import { fresh } from './description.js';
import { mergeMetadata } from './intents-common.js';
import type { Charge, Metadata, Refund } from './objects.js';
import { badParam, invalid, noSuch } from './refusal.js';
import type { Sim } from './sim.js';

export interface RefundInput {
  payment_intent?: string;
  charge?: string;
  amount?: number;
  reason?: string;
  metadata?: Metadata | '';
}

function chargeFor(sim: Sim, input: RefundInput): Charge {
  if (input.charge) {
    const charge = sim.charges.get(input.charge);
    if (!charge) throw noSuch('charge', input.charge, 'charge');
    return charge;
  }
  if (!input.payment_intent)
    throw badParam(
      'One of the following params should be provided for this request: payment_intent or charge.',
      'payment_intent',
      'parameter_missing',
    );
  const intent = sim.paymentIntents.get(input.payment_intent);
  if (!intent) throw noSuch('payment_intent', input.payment_intent, 'payment_intent');
  const charge = intent.latest_charge ? sim.charges.get(intent.latest_charge) : undefined;
  if (!charge || intent.status !== 'succeeded') {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, { param: 'payment_intent' });
  }
  return charge;
}

export function createRefund(sim: Sim, input: RefundInput): Refund {
  const charge = chargeFor(sim, input);
  if (!charge.captured || charge.status !== 'succeeded') {
    throw invalid('This charge has not been captured; cancel the PaymentIntent instead.', { param: 'charge' });
  }
  if (charge.refunded) throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  if (chargedBack(sim, charge))
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
  // what was authorised but not captured counts as given back already
  const left = charge.amount - charge.amount_refunded;
  const amount = input.amount ?? left;
  if (amount < 1) throw invalid('This value must be greater than or equal to 1.', { param: 'amount', code: 'parameter_invalid_integer' });
  if (amount > left) {
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, { param: 'amount' });
  }
  const row = fresh<Refund>('refund', {
    id: sim.ids.next(charge.id.startsWith('py_') ? 'pyr_' : 're_'),
    amount,
    charge: charge.id,
    created: sim.clock.seconds(),
    currency: charge.currency,
    destination_details: charge.id.startsWith('py_')
      ? { type: charge.payment_method_details.type }
      : { card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' }, type: 'card' },
    metadata: mergeMetadata({}, input.metadata),
    payment_intent: charge.payment_intent,
    reason: input.reason ?? null,
    status: 'pending',
  });
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  sim.charges.save(charge);
  sim.refunds.save(row);
  attempt(sim, row, charge);
  sim.events.emit('refund.created', row);
  sim.events.emit('charge.refunded', charge);
  return row;
}

const chargedBack = (sim: Sim, charge: Charge): boolean =>
  charge.disputed && sim.disputes.rows.some((d) => d.charge === charge.id && !d.is_charge_refundable && d.status !== 'won');

/** Pays the refund out of the balance, or says what it waits for. */
function attempt(sim: Sim, row: Refund, charge: Charge): void {
  const txn = charge.balance_transaction ? sim.balanceTransactions.get(charge.balance_transaction) : undefined;
  if (!txn) {
    row.pending_reason = 'charge_pending';
    return;
  }
  const amount = txn.exchange_rate ? Math.round(row.amount * txn.exchange_rate) : row.amount;
  // money that has not ripened yet is given back from where it lies; otherwise only what is available can leave
  if (txn.status === 'available' && sim.money.funds(txn.currency).available < amount) {
    row.pending_reason = 'insufficient_funds';
    return;
  }
  const posted = sim.money.post({
    type: row.id.startsWith('pyr_') ? 'payment_refund' : 'refund',
    category: 'refund',
    amount: -amount,
    currency: txn.currency,
    exchangeRate: txn.exchange_rate,
    source: row.id,
    description: `REFUND FOR CHARGE${charge.description ? ` (${charge.description})` : ''}`,
    ...(txn.status === 'pending' ? { availableOn: txn.available_on } : {}),
  });
  row.balance_transaction = posted.id;
  const aftermath = sim.wallets.get(charge.payment_method!)?.aftermath;
  if (aftermath === 'refund_pending' || row.id.startsWith('pyr_')) {
    row.pending_reason = 'processing';
    sim.tasks.add(sim.clock.now() + sim.config.refundDelay, 'refund_succeeds', row.id);
    return;
  }
  row.status = 'succeeded';
  delete row.pending_reason;
  if (aftermath === 'refund_fails') sim.tasks.add(sim.clock.now() + sim.config.refundDelay, 'refund_fails', row.id);
}

/** Tries again the refunds that wait, for the charge to settle or for money to come. */
export function waitingRefunds(sim: Sim, reason = 'insufficient_funds'): void {
  for (const row of sim.refunds.rows) {
    if (row.status !== 'pending' || row.pending_reason !== reason) continue;
    const before = { balance_transaction: row.balance_transaction, status: row.status };
    attempt(sim, row, sim.charges.get(row.charge)!);
    if (row.pending_reason === reason) continue;
    sim.refunds.save(row);
    sim.events.emit('refund.updated', row, before);
  }
}

export function refundSucceeds(sim: Sim, id: string): void {
  const row = sim.refunds.get(id);
  if (row?.status !== 'pending') return;
  const before = { status: row.status };
  row.status = 'succeeded';
  delete row.pending_reason;
  sim.refunds.save(row);
  sim.events.emit('refund.updated', row, before);
}

/** The payer's bank sent the money back: it returns to the balance. */
export function refundFails(sim: Sim, id: string, reason = 'expired_or_canceled_card'): void {
  const row = sim.refunds.get(id);
  if (!row || row.status === 'failed' || row.status === 'canceled') return;
  giveBack(sim, row);
  row.status = 'failed';
  row.failure_reason = reason;
  delete row.pending_reason;
  sim.refunds.save(row);
  sim.events.emit('refund.failed', row);
  sim.events.emit('refund.updated', row, { status: 'succeeded' });
}

export function cancelRefund(sim: Sim, row: Refund): Refund {
  if (row.status !== 'pending' || row.pending_reason === 'processing') {
    throw invalid(`You cannot cancel this refund because it has a status of ${row.status}.`, { code: 'refund_unexpected_state' });
  }
  giveBack(sim, row);
  row.status = 'canceled';
  delete row.pending_reason;
  sim.refunds.save(row);
  sim.events.emit('refund.updated', row, { status: 'pending' });
  return row;
}

function giveBack(sim: Sim, row: Refund): void {
  const charge = sim.charges.get(row.charge)!;
  charge.amount_refunded -= row.amount;
  charge.refunded = false;
  sim.charges.save(charge);
  const out = row.balance_transaction ? sim.balanceTransactions.get(row.balance_transaction) : undefined;
  if (!out) return;
  const back = sim.money.post({
    type: 'refund_failure',
    category: 'refund_failure',
    amount: -out.amount,
    currency: out.currency,
    exchangeRate: out.exchange_rate,
    source: row.id,
    description: 'REFUND FAILURE',
    ...(out.status === 'pending' ? { availableOn: out.available_on } : {}),
  });
  row.failure_balance_transaction = back.id;
}
