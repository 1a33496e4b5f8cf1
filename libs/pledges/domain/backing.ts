import { type PledgeState } from './pledge.js';

/** A pledge in one of these states makes its owner a backer, whatever its size: promised and neither taken back nor returned. */
export const BACKING: readonly PledgeState[] = [
  'committed',
  'collecting',
  'retrying',
  'needs_authentication',
  'needs_new_method',
  'processing',
  'awaiting_transfer',
  'part_received',
  'received',
  'accepted',
  'invoiced',
  'collected',
  'partly_refunded',
  'refund_failed',
  'disputed',
];
