import { startOfDay } from './business-days.js';
import { description, fresh } from './description.js';
import { disputeFee } from './fees.js';
import type { Charge, Dispute, EarlyFraudWarning } from './objects.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';

export interface DisputePlan {
  kind: 'chargeback' | 'inquiry' | 'debit_return';
  reason: string;
  amount?: number;
}

const REASONS: Record<string, DisputePlan> = {
  fraud: { kind: 'chargeback', reason: 'fraudulent' },
  not_received: { kind: 'chargeback', reason: 'product_not_received' },
  inquiry: { kind: 'inquiry', reason: 'fraudulent' },
};

/** What a test card has in store: `<charge> <what>`. */
export function plannedDispute(sim: Sim, about: string): void {
  const [id = '', what = ''] = about.split(' ');
  const charge = sim.charges.get(id)!;
  const first = Math.floor(charge.amount_captured / 2);
  const plan = REASONS[what] ?? { ...REASONS.fraud!, amount: what === 'first_half' ? first : charge.amount_captured - first };
  if (!charge.refunded) openDispute(sim, charge, plan);
}

/** The payer's bank asks questions (inquiry), or has taken the money back already (chargeback, debit return). */
export function openDispute(sim: Sim, charge: Charge, plan: DisputePlan): Dispute {
  if (charge.status !== 'succeeded' || !charge.balance_transaction)
    throw invalid('This charge cannot be disputed yet: it has no balance transaction.');
  if (charge.refunded) throw invalid('A fully refunded charge cannot be disputed.');
  if ((plan.amount ?? 0) > charge.amount_captured) throw invalid('A dispute is about no more than was paid.', { param: 'amount' });
  if (plan.kind !== 'debit_return' && !charge.payment_method_details.card)
    throw invalid('Only payments by card are charged back; a debit is returned (debit_return).', { param: 'kind' });
  const inquiry = plan.kind === 'inquiry';
  const final = plan.kind === 'debit_return';
  const blankEvidence = description.blanks.dispute!.evidence as Record<string, unknown>;
  const row = fresh<Dispute>('dispute', {
    id: sim.ids.next('du_'),
    amount: plan.amount ?? charge.amount - charge.amount_refunded,
    balance_transactions: [],
    charge: charge.id,
    created: sim.clock.seconds(),
    currency: charge.currency,
    evidence: { ...blankEvidence },
    evidence_details: {
      due_by: final ? 0 : startOfDay(sim.clock.seconds()) + 15 * 86_400 - 1,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    is_charge_refundable: inquiry,
    metadata: {},
    payment_intent: charge.payment_intent,
    ...(final ? {} : { payment_method_details: caseOf(charge, inquiry) }),
    reason: plan.reason,
    status: final ? 'lost' : inquiry ? 'warning_needs_response' : 'needs_response',
  });
  if (!inquiry) takeBack(sim, row, charge);
  sim.disputes.save(row);
  sim.events.emit('charge.dispute.created', row);
  if (!inquiry) sim.events.emit('charge.dispute.funds_withdrawn', row);
  if (final) sim.events.emit('charge.dispute.closed', row);
  else sim.tasks.add(row.evidence_details.due_by! * 1000, 'dispute_due', row.id);
  return row;
}

function caseOf(charge: Charge, inquiry: boolean): unknown {
  const { brand } = charge.payment_method_details.card as { brand: string };
  return { card: { brand, case_type: inquiry ? 'inquiry' : 'chargeback', network: brand, network_reason_code: '10.4' }, type: 'card' };
}

/** The amount and a fee leave the balance. */
export function takeBack(sim: Sim, row: Dispute, charge: Charge): void {
  charge.disputed = true;
  sim.charges.save(charge);
  const money = sim.money.settle(row.amount, row.currency);
  const txn = sim.money.post({
    type: 'adjustment',
    category: 'dispute',
    amount: -money.amount,
    currency: money.currency,
    exchangeRate: money.rate,
    fee: disputeFee(sim.config.fees, money.currency),
    feeDescription: 'Dispute fee',
    source: row.id,
    description: `Chargeback withdrawal for ${charge.id}`,
  });
  row.balance_transactions = [...row.balance_transactions, txn];
}

export function fraudWarning(sim: Sim, chargeId: string): void {
  const charge = sim.charges.get(chargeId)!;
  const row = sim.warnings.save(
    fresh<EarlyFraudWarning>('radar.early_fraud_warning', {
      id: sim.ids.next('issfr_'),
      actionable: !charge.refunded,
      charge: charge.id,
      created: sim.clock.seconds(),
      fraud_type: 'misc',
      payment_intent: charge.payment_intent,
    }),
  );
  sim.events.emit('radar.early_fraud_warning.created', row);
}
