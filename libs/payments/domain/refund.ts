import { type Money, type StateTable, defineRefusals } from '#kernel';

export const REFUND_STATES = ['requested', 'approved', 'submitted', 'pending', 'succeeded', 'failed', 'refused'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** A refund's life (spec/money.md §2.5). A card refund can fail days after it succeeded. */
export const REFUND_MOVES: StateTable<RefundState> = {
  requested: ['approved', 'refused'],
  approved: ['submitted'],
  submitted: ['pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: [],
  refused: [],
};

/** Above this a second treasurer has to approve (policy; minor units of any currency). */
export const SECOND_PERSON_ABOVE_MINOR = 10_000n;

export const needsSecondPerson = (amount: Money): boolean => amount.minor > SECOND_PERSON_ABOVE_MINOR;

export const refundRefusals = defineRefusals({
  REFUND_TOO_LARGE: { status: 409, title: 'This is more than what is left of the payment' },
  REFUND_WHILE_DISPUTED: { status: 409, title: 'While a dispute is open nothing can be refunded' },
  REFUND_TWO_PEOPLE: { status: 409, title: 'Another treasurer has to approve this refund' },
  REFUND_NOT_FOUND: { status: 404, title: 'There is no such refund' },
  PAYMENT_NOT_FOUND: { status: 404, title: 'There is no such payment' },
  NOT_FROM_STRIPE: { status: 400, title: 'This message does not carry a valid signature' },
  OTHER_ACCOUNT: { status: 400, title: 'This message belongs to another account or mode' },
});
