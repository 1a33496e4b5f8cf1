import { settleCharge } from './charging.js';
import { succeed } from './intent-confirm.js';
import { mergeMetadata, unexpectedIntent } from './intents-common.js';
import type { Metadata, PaymentIntent } from './objects.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';

const CANCELABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action', 'requires_capture'];

export interface CaptureInput {
  amount_to_capture?: number;
  metadata?: Metadata | '';
  statement_descriptor?: string;
  statement_descriptor_suffix?: string;
}

export function captureIntent(sim: Sim, row: PaymentIntent, input: CaptureInput): PaymentIntent {
  const amount = input.amount_to_capture ?? row.amount_capturable;
  if (row.status !== 'requires_capture') throw unexpectedIntent(row, 'capture');
  if (amount < 1 || amount > row.amount_capturable) {
    throw invalid('The amount to capture must be at least 1 and no more than the authorized amount.', {
      param: 'amount_to_capture',
      code: 'amount_too_large',
    });
  }
  const charge = sim.charges.get(row.latest_charge!)!;
  row.metadata = mergeMetadata(row.metadata, input.metadata);
  for (const field of ['statement_descriptor', 'statement_descriptor_suffix'] as const) {
    if (input[field] !== undefined) row[field] = charge[field] = input[field] || null;
  }
  charge.captured = true;
  charge.amount_captured = amount;
  charge.amount_refunded = charge.amount - amount;
  settleCharge(sim, charge);
  sim.tasks.drop('authorisation_lapses', row.id);
  sim.events.emit('charge.captured', charge);
  return succeed(sim, row, charge);
}

export function cancelIntent(sim: Sim, row: PaymentIntent, reason: string | null): PaymentIntent {
  if (!CANCELABLE.includes(row.status)) throw unexpectedIntent(row, 'cancel');
  if (row.latest_charge && row.status === 'requires_capture') {
    const charge = sim.charges.get(row.latest_charge)!;
    charge.refunded = true;
    charge.amount_refunded = charge.amount;
    sim.charges.save(charge);
    sim.tasks.drop('authorisation_lapses', row.id);
  }
  row.status = 'canceled';
  row.canceled_at = sim.clock.seconds();
  row.cancellation_reason = reason;
  row.amount_capturable = 0;
  row.next_action = null;
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.canceled', row);
  return row;
}
