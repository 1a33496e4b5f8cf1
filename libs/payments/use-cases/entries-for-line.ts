import { type Id, type Money, money, negate } from '#kernel';
import {
  type EntryDraft,
  disputeOpened,
  disputeWon,
  paymentReturned,
  processorFeeCharged,
  refundFailed,
  refundSettled,
  reserveHeld,
  unknownMovement,
} from '#ledger';

interface Line {
  stripe_txn_id: string;
  type: string;
  category: string;
  amount_minor: bigint;
  fee_minor: bigint;
  net_minor: bigint;
  currency: string;
  created_at: Date;
}

const CHARGES = new Set(['charge', 'payment']);
const FEES = new Set(['stripe_fee', 'stripe_fx_fee', 'tax_fee']);

/** A line that only names the fee of a payment: its gross was booked when the payment succeeded. */
export const isCharge = (type: string): boolean => CHARGES.has(type);
export const isPayout = (type: string): boolean => type === 'payout' || type === 'payout_failure' || type === 'payout_cancel';

/**
 * The entries that one line of Stripe's statement makes (spec/stripe.md §3g), in the event it belongs to. What nobody
 * taught us goes to suspense, never nowhere. Payouts are shared among events elsewhere.
 */
export function entriesForLine(line: Line, eventId: string, known: boolean): EntryDraft[] {
  const of = {
    eventId: eventId as Id<'event'>,
    on: line.created_at.toISOString().slice(0, 10),
    id: line.stripe_txn_id,
    meta: { balance_transaction: line.stripe_txn_id },
  };
  const amount = money(line.amount_minor, line.currency);
  const fee = line.fee_minor !== 0n ? { fee: money(line.fee_minor, line.currency) } : {};
  const feeEntry = (kind: 'processing' | 'other'): EntryDraft[] =>
    line.fee_minor === 0n ? [] : [processorFeeCharged({ ...of, fee: money(line.fee_minor, line.currency), of: kind })];
  if (!known) return unexplained(of, money(line.net_minor, line.currency));
  if (isCharge(line.type)) return feeEntry('processing');
  if (line.type === 'refund' || line.type === 'payment_refund')
    return [refundSettled({ ...of, amount: negate(amount) }), ...feeEntry('other')];
  if (line.type === 'refund_failure') return [refundFailed({ ...of, amount }), ...feeEntry('other')];
  if (line.type === 'payment_failure_refund') return [paymentReturned({ ...of, amount: negate(amount), ...fee })];
  if (line.category === 'dispute') return [disputeOpened({ ...of, amount: negate(amount), ...fee })];
  if (line.category === 'dispute_reversal')
    return [disputeWon({ ...of, amount, ...(line.fee_minor !== 0n ? { fee: money(-line.fee_minor, line.currency) } : {}) })];
  if (FEES.has(line.type)) return [processorFeeCharged({ ...of, fee: negate(money(line.net_minor, line.currency)), of: 'other' })];
  if (line.type.startsWith('reserve') || line.type.startsWith('payout_minimum_balance'))
    return [reserveHeld({ ...of, amount: negate(amount) }), ...feeEntry('other')];
  return unexplained(of, money(line.net_minor, line.currency));
}

/** Whether a line is of a type this file knows. */
export const isTaught = ({ type, category }: Pick<Line, 'type' | 'category'>): boolean =>
  isCharge(type) ||
  FEES.has(type) ||
  ['refund', 'payment_refund', 'refund_failure', 'payment_failure_refund'].includes(type) ||
  category === 'dispute' ||
  category === 'dispute_reversal' ||
  type.startsWith('reserve') ||
  type.startsWith('payout_minimum_balance');

const unexplained = (
  of: Parameters<typeof unknownMovement>[0] extends infer T ? Omit<T & object, 'net'> : never,
  net: Money,
): EntryDraft[] => (net.minor === 0n ? [] : [unknownMovement({ ...(of as Parameters<typeof unknownMovement>[0]), net })]);
