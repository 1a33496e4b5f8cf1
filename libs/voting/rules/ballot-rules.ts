import type { Ballot, BallotRules } from '#voting/count';
import type { FileMethod, Method } from './methods.js';

/** What of a vote's frozen rules concerns the filling in of ballots, as its row has it. */
export interface BallotLimits {
  method: Method | FileMethod;
  min_choices: number;
  max_choices: number;
  points_budget: number | null;
  points_cap: number | null;
  equal_ranks: boolean;
  pot_minor: bigint | null;
  min_spend_minor: bigint | null;
}

/** The rules a ballot is checked by; null for votes that came in from files, in which nobody casts. */
export function ballotRulesOf(b: BallotLimits, options: readonly { option_id: string; cost_minor: bigint | null }[]): BallotRules | null {
  const ids = new Set(options.map((o) => o.option_id));
  switch (b.method) {
    case 'approval':
    case 'support':
      return { method: 'approval', options: ids, min: b.min_choices, max: b.max_choices };
    case 'knapsack':
      return {
        method: 'knapsack',
        options: ids,
        costs: new Map(options.map((o) => [o.option_id, o.cost_minor ?? 0n])),
        pot: b.pot_minor ?? 0n,
        minSpend: b.min_spend_minor,
      };
    case 'points':
      return { method: 'points', options: ids, budget: b.points_budget ?? 0, cap: b.points_cap };
    case 'ranked':
      return { method: 'ranked', options: ids, ties: b.equal_ranks, gaps: 'close', max: b.max_choices };
    case 'consent':
      return { method: 'consent' };
    case 'dates':
      return { method: 'dates', options: ids };
    default:
      return null;
  }
}

/** The form of the ballots of a method. */
export function ballotKindOf(method: Method | FileMethod): Ballot['kind'] {
  if (method === 'points' || method === 'cumulative' || method === 'scoring') return 'points';
  if (method === 'ranked' || method === 'consent' || method === 'dates') return method;
  return 'choices';
}
