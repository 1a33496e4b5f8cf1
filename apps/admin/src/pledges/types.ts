import type { Amount } from '../common/format.js';

/** A pledge as the treasurer sees it. */
export interface Pledge {
  id: string;
  reference: string;
  name: string | null;
  state: string;
  method: string;
  display: string;
  amount: Amount;
  refunded: Amount;
  tier: string | null;
  organisation: string | null;
  madeAt: string;
  /** Why the last try failed. */
  lastCode: string | null;
  nextTryAt: string | null;
}
