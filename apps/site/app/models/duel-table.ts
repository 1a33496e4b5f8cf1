import type { DuelsView } from '../views/results';

export interface DuelCell {
  readonly against: string;
  readonly votes: number;
  readonly other: number;
  readonly outcome: 'won' | 'lost' | 'tied';
  /** How clear it was: 0 (a hair) to 3 (by far). */
  readonly shade: number;
}

/** The table of duels as rows of cells; null where somebody would meet themselves. */
export function duelRows({ candidates, votes }: DuelsView): { id: string; cells: (DuelCell | null)[] }[] {
  return candidates.map((id, a) => ({
    id,
    cells: candidates.map((against, b) => {
      if (a === b) return null;
      const [mine, other] = [votes[a]?.[b] ?? 0, votes[b]?.[a] ?? 0];
      const outcome = mine > other ? 'won' : mine < other ? 'lost' : 'tied';
      const share = mine + other > 0 ? Math.max(mine, other) / (mine + other) : 0.5;
      return { against, votes: mine, other, outcome, shade: Math.min(3, Math.floor((share - 0.5) * 8)) };
    }),
  }));
}

/** Who wins every duel; undefined when nobody does. */
export const beatsAll = (duels: DuelsView): string | undefined =>
  duelRows(duels).find(({ cells }) => cells.every((cell) => cell === null || cell.outcome === 'won'))?.id;
