import { type StateTable, move } from '#kernel';
import { refuse } from './sponsors.refusals.js';

export type DealState =
  | 'lead' | 'contacted' | 'proposed' | 'negotiating' | 'agreed' | 'contracted' | 'invoiced' | 'paid' | 'fulfilling' | 'fulfilled' | 'thanked' | 'lost' | 'withdrawn'; // oxfmt-ignore

/**
 * The pipeline of a sponsor deal (spec/money.md §2.7). A deal that is paid can no longer be lost: what cannot be kept is
 * made good benefit by benefit.
 */
export const DEAL_STATES: StateTable<DealState> = {
  lead: ['contacted', 'lost', 'withdrawn'],
  contacted: ['proposed', 'lost', 'withdrawn'],
  proposed: ['negotiating', 'agreed', 'lost', 'withdrawn'],
  negotiating: ['proposed', 'agreed', 'lost', 'withdrawn'],
  agreed: ['contracted', 'lost', 'withdrawn'],
  contracted: ['invoiced', 'fulfilling', 'lost', 'withdrawn'],
  invoiced: ['paid', 'lost', 'withdrawn'],
  // Back to `invoiced` only when the treasurer takes the match of the bank line back.
  paid: ['fulfilling', 'invoiced'],
  fulfilling: ['fulfilled'],
  fulfilled: ['thanked'],
  thanked: [],
  lost: [],
  withdrawn: [],
};

/** States in which a deal holds its package's place and its exclusivity. */
export const HOLDING: readonly DealState[] = ['agreed', 'contracted', 'invoiced', 'paid', 'fulfilling', 'fulfilled', 'thanked'];

/** States in which the public may know of it: signed, and not given up. */
export const PUBLIC: readonly DealState[] = ['contracted', 'invoiced', 'paid', 'fulfilling', 'fulfilled', 'thanked'];

export interface DealToMove {
  state: DealState;
  priceMinor: bigint;
  agreedBy: string | null;
  /** Benefits of the deal that are neither confirmed nor waived nor made good. */
  openBenefits: number;
}

/**
 * Where a deal goes when `by` asks to move it, or a refusal. `paid` is never asked for: only a matched bank line says so.
 */
export function moveDeal(deal: DealToMove, to: DealState, by: string, reason: string | undefined): DealState {
  if (to === 'paid') throw refuse.PAID_BY_BANK_ONLY();
  if (deal.state === 'paid' && to === 'invoiced') throw refuse.PAID_BY_BANK_ONLY();
  const target = move(DEAL_STATES, deal.state, to);
  if (target === 'contracted' && deal.agreedBy === by) throw refuse.SECOND_PERSON_NEEDED({ agreedBy: deal.agreedBy });
  if (target === 'invoiced' && deal.priceMinor === 0n) throw refuse.NOTHING_TO_INVOICE();
  if (deal.state === 'contracted' && target === 'fulfilling' && deal.priceMinor > 0n) throw refuse.NOT_PAID_YET();
  if (target === 'fulfilled' && deal.openBenefits > 0) throw refuse.BENEFITS_OPEN({ open: deal.openBenefits });
  if ((target === 'lost' || target === 'withdrawn') && !reason) throw refuse.REASON_NEEDED();
  return target;
}
