import type { TwoVoicesItemView } from '../views/results';

export const SLOPE_WIDTH = 360;
const ROW = 30;
const COLUMN = 30;
/** Where the names end and the lines begin. */
const NAMES = 232;
const LETTERS = 30;

export interface Slope {
  readonly id: string;
  /** The title as far as there is room; the table has all of it. */
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly apart: boolean;
}

/** Where each proposal stands on the left (votes) and on the right (pledges); equal places share a height. */
export function slopes(items: readonly TwoVoicesItemView[]): { height: number; edge: number; names: number; lines: Slope[] } {
  const places = Math.max(1, ...items.flatMap(({ voteRank, pledgeRank }) => [voteRank, pledgeRank]));
  const y = (rank: number): number => ROW / 2 + (rank - 1) * ROW;
  return {
    height: places * ROW,
    edge: COLUMN,
    names: NAMES,
    lines: items.map(({ proposalId, title, voteRank, pledgeRank, apart }) => ({
      id: proposalId,
      name: title.length > LETTERS ? `${title.slice(0, LETTERS - 1).trimEnd()}…` : title,
      left: y(voteRank),
      right: y(pledgeRank),
      apart,
    })),
  };
}
