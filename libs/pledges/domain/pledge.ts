import { type StateTable } from '#kernel';

export const PLEDGE_STATES = [
  'draft',
  'committed',
  'collecting',
  'retrying',
  'needs_authentication',
  'needs_new_method',
  'processing',
  'collected',
  'lapsed',
  'withdrawn',
  'released',
  'reserved',
  'expired',
  'awaiting_transfer',
  'part_received',
  'received',
  'requested',
  'accepted',
  'invoiced',
  'partly_refunded',
  'refunded',
  'refund_failed',
  'disputed',
  'charged_back',
] as const;
export type PledgeState = (typeof PLEDGE_STATES)[number];

/** Where a payment may still end, whichever way it is tried next. */
const PAYING: readonly PledgeState[] = ['collected', 'processing', 'retrying', 'needs_authentication', 'needs_new_method', 'lapsed'];

/**
 * A pledge's whole life (design.md §8 decision 1). Card for all-or-nothing: draft, committed, collecting, collected.
 * Card that is charged at once: draft, reserved, collected. Transfer: awaiting_transfer, received, collected.
 */
export const PLEDGE_MOVES: StateTable<PledgeState> = {
  draft: ['committed', 'reserved', 'processing', 'collected', 'awaiting_transfer', 'requested', 'withdrawn', 'expired', 'released'],
  committed: ['collecting', 'withdrawn', 'released'],
  collecting: PAYING,
  retrying: PAYING.filter((s) => s !== 'retrying'),
  needs_authentication: PAYING.filter((s) => s !== 'needs_authentication'),
  needs_new_method: PAYING.filter((s) => s !== 'needs_new_method'),
  processing: ['collected', 'retrying', 'needs_authentication', 'needs_new_method', 'expired', 'lapsed'],
  reserved: ['processing', 'collected', 'withdrawn', 'expired'],
  awaiting_transfer: ['part_received', 'received', 'collected', 'withdrawn', 'lapsed', 'released'],
  part_received: ['received', 'collected', 'lapsed', 'released', 'awaiting_transfer'],
  received: ['collected', 'released', 'part_received', 'awaiting_transfer'],
  requested: ['accepted', 'withdrawn'],
  accepted: ['invoiced', 'withdrawn'],
  invoiced: ['collected', 'withdrawn', 'lapsed'],
  collected: ['partly_refunded', 'refunded', 'disputed'],
  partly_refunded: ['refunded', 'refund_failed', 'disputed'],
  refunded: ['refund_failed'],
  refund_failed: ['partly_refunded', 'refunded', 'disputed'],
  disputed: ['collected', 'partly_refunded', 'charged_back'],
  charged_back: [],
  lapsed: [],
  withdrawn: [],
  released: [],
  expired: [],
};

/** What counts toward the goal while a campaign runs (CAM-3): a usable card, money that has arrived. */
export const COUNTING: readonly PledgeState[] = ['committed', 'collecting', 'processing', 'received', 'collected'];

/** Paid, and not all of it gone back yet. */
export const PAID: readonly PledgeState[] = ['collected', 'partly_refunded', 'refund_failed', 'disputed'];

/** Ends without money: the place of a limited tier is free again. */
export const GONE: readonly PledgeState[] = ['withdrawn', 'released', 'expired', 'lapsed'];

/** Until the deadline its backer may withdraw or change it. */
export const OPEN_TO_CHANGE: readonly PledgeState[] = ['draft', 'committed', 'reserved', 'awaiting_transfer'];

/** Money is promised, on its way or in dispute: until that has ended its backer has to be there. */
export const UNDER_WAY: readonly PledgeState[] = [
  ...OPEN_TO_CHANGE,
  'collecting',
  'retrying',
  'needs_authentication',
  'needs_new_method',
  'processing',
  'part_received',
  'received',
  'requested',
  'accepted',
  'invoiced',
  'refund_failed',
  'disputed',
];

/** Waiting for its backer, or for the next try: a recovery link works from here. */
export const RECOVERABLE: readonly PledgeState[] = ['retrying', 'needs_authentication', 'needs_new_method'];

export type Display = 'public' | 'name_hidden' | 'all_hidden';

/** What anyone may see of a pledge, by its backer's choice (PLG-2): whoever hides the amount hides the name too. */
export const shownOf = (display: Display): { name: boolean; amount: boolean } => ({
  name: display === 'public',
  amount: display !== 'all_hidden',
});
