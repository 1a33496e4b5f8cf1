import type { DuelsView } from '../views/results';

export interface DuelCell {
  readonly against: string;
  readonly votes: number;
  readonly other: number;
  readonly outcome: 'won' | 'lost' | 'tied';
  /** How clear it was: 0 (a hair) to 3 (by far). */
  readonly shade: number;
}

/** The table of duels as rows of cells, who wins most duels first; null where somebody would meet themselves. */
export function duelRows({ options, votes }: DuelsView): { id: string; cells: (DuelCell | null)[] }[] {
  const all = [...options.keys()];
  const of = (a: number, b: number): number => votes[a]?.[b] ?? 0;
  const won = all.map((a) => all.filter((b) => of(a, b) > of(b, a)).length);
  const order = [...all].sort((a, b) => (won[b] ?? 0) - (won[a] ?? 0) || a - b);
  return order.map((a) => ({
    id: options[a] ?? '',
    cells: order.map((b) => (a === b ? null : cell(options[b] ?? '', of(a, b), of(b, a)))),
  }));
}

function cell(against: string, votes: number, other: number): DuelCell {
  const outcome = votes > other ? 'won' : votes < other ? 'lost' : 'tied';
  const share = votes + other > 0 ? Math.max(votes, other) / (votes + other) : 0.5;
  return { against, votes, other, outcome, shade: Math.min(3, Math.floor((share - 0.5) * 8)) };
}

/** Who wins every duel; undefined when nobody does. */
export const beatsAll = (duels: DuelsView): string | undefined =>
  duelRows(duels).find(({ cells }) => cells.every((cell) => cell === null || cell.outcome === 'won'))?.id;
