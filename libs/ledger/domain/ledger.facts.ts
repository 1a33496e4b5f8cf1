import type { Fact } from '#kernel';

/** A bank line has settled something that was expected, wholly or in part. Amounts are whole minor units, as on the wire. */
export type ExpectedItemMatched = Fact<'ExpectedItemMatched', ExpectedItemBody & { whole: boolean }>;

/** The treasurer took a match back: what had been settled is open again. */
export type ExpectedItemUnmatched = Fact<'ExpectedItemUnmatched', ExpectedItemBody>;

interface ExpectedItemBody {
  kind: string;
  sourceId: string;
  amount: number;
  currency: string;
  lineId: string;
}

export type BudgetLineAdded = Fact<'BudgetLineAdded', { lineId: string; planned: number; currency: string }>;

export type NeedMetInKind = Fact<'NeedMetInKind', { lineId: string; amount: number; currency: string }>;
