import type { Basket } from './knapsack';

/** Why an option cannot be added to a ballot within a pot (PBG-2), the strongest reason first. */
export const WHY_NOT = [
  'WITHDRAWN',
  'VOTE_NOT_OPEN',
  'VOTE_CLOSED',
  'PHASE_CLOSED',
  'TOO_MANY',
  'NOT_ENOUGH_LEFT',
  'NOT_SIGNED_IN',
  'NOT_ELIGIBLE',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** What the page knows of the vote and of whoever looks at it. */
export interface Standing {
  /** draft, open, closing, closed, published or void. */
  readonly state: string;
  /** The phase of the event's budget process; null where it has none. */
  readonly phase: string | null;
  readonly signedIn: boolean;
  readonly eligible: boolean;
}

/** What concerns every option alike: the vote does not take ballots now, or not from this person without a code or a receipt. */
export function whyNotAtAll({ state, phase, signedIn, eligible }: Standing): WhyNot | null {
  if (state === 'draft') return 'VOTE_NOT_OPEN';
  if (state !== 'open') return 'VOTE_CLOSED';
  if (phase !== null && phase !== 'balloting') return 'PHASE_CLOSED';
  if (!signedIn) return 'NOT_SIGNED_IN';
  return eligible ? null : 'NOT_ELIGIBLE';
}

/** Reasons that a printed code or a receipt overcomes: who holds one may still choose. */
export const overcomeByCode = (why: WhyNot | null): boolean => why === 'NOT_SIGNED_IN' || why === 'NOT_ELIGIBLE';

interface Looked {
  readonly id: string;
  readonly withdrawn: boolean;
}

/** Why this option cannot be added now; null where it can, and for what is chosen already and still stands. */
export function whyNot(option: Looked, atAll: WhyNot | null, chosen: ReadonlySet<string>, most: number, basket: Basket): WhyNot | null {
  if (option.withdrawn) return 'WITHDRAWN';
  if (atAll && !overcomeByCode(atAll)) return atAll;
  if (chosen.has(option.id)) return null;
  if (chosen.size >= most) return 'TOO_MANY';
  if (basket.tooDear.has(option.id)) return 'NOT_ENOUGH_LEFT';
  return atAll;
}

/** Reasons that come and go with what is ticked; the page's script follows them. */
export const followsTicks = (why: WhyNot | null): boolean => why === 'TOO_MANY' || why === 'NOT_ENOUGH_LEFT';

/** What the page's script needs to keep the reasons of a knapsack up to date. */
export interface KnapsackFacts {
  /** Options one may choose at most. */
  readonly most: number;
  /** What a ballot spends at least unless it is empty, in minor units; 0: nothing is asked. */
  readonly least: number;
  readonly atAll: WhyNot | null;
  /** Each reason in words; `#` stands for the amount that is missing. */
  readonly texts: Readonly<Record<WhyNot, string>>;
}
