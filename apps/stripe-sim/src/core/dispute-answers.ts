import { startOfDay } from './business-days.js';
import { takeBack } from './disputes.js';
import { mergeMetadata } from './intents-common.js';
import type { Dispute, Metadata } from './objects.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';

const ANSWERABLE = ['needs_response', 'warning_needs_response'];

export function answerDispute(
  sim: Sim,
  row: Dispute,
  given: { evidence?: Record<string, unknown>; metadata?: Metadata | ''; submit?: boolean },
): Dispute {
  if (given.evidence && !ANSWERABLE.includes(row.status)) {
    throw invalid(`This dispute is ${row.status}: evidence can no longer be submitted.`, { code: 'dispute_unexpected_state' });
  }
  row.metadata = mergeMetadata(row.metadata, given.metadata);
  if (given.evidence) {
    const said = Object.entries(given.evidence).map(([name, value]) => [name, value === '' ? null : value]);
    row.evidence = { ...row.evidence, ...Object.fromEntries(said) };
    row.evidence_details = { ...row.evidence_details, has_evidence: true };
    if (given.submit !== false) return submit(sim, row);
  }
  sim.disputes.save(row);
  sim.events.emit('charge.dispute.updated', row);
  return row;
}

function submit(sim: Sim, row: Dispute): Dispute {
  const inquiry = row.status.startsWith('warning_');
  row.evidence_details = { ...row.evidence_details, submission_count: 1 };
  row.status = inquiry ? 'warning_under_review' : 'under_review';
  sim.disputes.save(row);
  sim.events.emit('charge.dispute.updated', row);
  sim.tasks.drop('dispute_due', row.id);
  sim.tasks.add(sim.clock.now() + sim.config.disputeDecision, 'dispute_decision', row.id);
  return row;
}

/** The bank has read the evidence; the magic words in it decide. */
export function decideDispute(sim: Sim, id: string): void {
  const row = sim.disputes.get(id)!;
  const words = String(row.evidence.uncategorized_text ?? '');
  if (row.status === 'warning_under_review') {
    if (words.includes('escalate_inquiry_evidence')) escalate(sim, row);
    else closeDispute(sim, row, 'warning_closed');
  } else if (row.status === 'under_review') {
    if (words.includes('winning_evidence')) winDispute(sim, row);
    else closeDispute(sim, row, 'lost');
  }
}

function escalate(sim: Sim, row: Dispute): void {
  const charge = sim.charges.get(row.charge)!;
  row.status = 'needs_response';
  row.is_charge_refundable = false;
  row.payment_method_details = {
    card: { ...(row.payment_method_details as { card: object }).card, case_type: 'chargeback' },
    type: 'card',
  };
  row.evidence_details = { ...row.evidence_details, due_by: startOfDay(sim.clock.seconds()) + 15 * 86_400 - 1 };
  takeBack(sim, row, charge);
  sim.disputes.save(row);
  sim.events.emit('charge.dispute.updated', row);
  sim.events.emit('charge.dispute.funds_withdrawn', row);
  sim.tasks.add(row.evidence_details.due_by! * 1000, 'dispute_due', row.id);
}

function winDispute(sim: Sim, row: Dispute): void {
  const out = row.balance_transactions[0]!;
  const back = sim.money.post({
    type: 'adjustment',
    category: 'dispute_reversal',
    amount: -out.amount,
    currency: out.currency,
    exchangeRate: out.exchange_rate,
    source: row.id,
    description: `Chargeback reversal for ${row.charge}`,
  });
  row.balance_transactions = [...row.balance_transactions, back];
  closeDispute(sim, row, 'won');
  sim.events.emit('charge.dispute.funds_reinstated', row);
}

export function closeDispute(sim: Sim, row: Dispute, status: 'lost' | 'won' | 'warning_closed'): Dispute {
  row.status = status;
  sim.disputes.save(row);
  sim.tasks.drop('dispute_due', row.id);
  sim.tasks.drop('dispute_decision', row.id);
  sim.events.emit('charge.dispute.closed', row);
  return row;
}

/** The time to answer is over. */
export function disputeDue(sim: Sim, id: string): void {
  const row = sim.disputes.get(id)!;
  if (!ANSWERABLE.includes(row.status)) return;
  row.evidence_details = { ...row.evidence_details, past_due: true };
  closeDispute(sim, row, row.status.startsWith('warning_') ? 'warning_closed' : 'lost');
}
