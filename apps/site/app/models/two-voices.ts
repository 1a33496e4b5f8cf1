import type { TwoVoicesItemView } from '../views/results';

export const SLOPE_WIDTH = 360;
const ROW = 30;
const COLUMN = 30;

export interface Slope {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly apart: boolean;
}

/** Where each proposal stands on the left (votes) and on the right (pledges); equal places share a height. */
export function slopes(items: readonly TwoVoicesItemView[]): { height: number; edge: number; lines: Slope[] } {
  const places = Math.max(1, ...items.flatMap(({ voteRank, pledgeRank }) => [voteRank, pledgeRank]));
  const y = (rank: number): number => ROW / 2 + (rank - 1) * ROW;
  return {
    height: places * ROW,
    edge: COLUMN,
    lines: items.map(({ proposalId, voteRank, pledgeRank, apart }) => ({ id: proposalId, left: y(voteRank), right: y(pledgeRank), apart })),
  };
}
