import type { BallotGroup, BudgetInstance, Project, RankedBallotGroup, RankedInstance, VoteType } from '../instance.js';
import type { Ballot } from './ballot.js';

/** A vote over costed options; `projects` in lot order, amounts in minor units. */
export interface BudgetQuestion {
  readonly projects: readonly Project[];
  readonly budget: bigint;
  /** Digits of the currency's minor unit: 2 for pounds. */
  readonly decimals: number;
  readonly meta?: Readonly<Record<string, string>>;
}

/** Canonical ballots of choices, points or ranks over costed options as an instance to count. Throws RangeError for other ballots. */
export function budgetInstanceOf(question: BudgetQuestion, ballots: readonly Ballot[]): BudgetInstance {
  const at = new Map(question.projects.map((project, position) => [project.id, position]));
  const position = (id: string): number => at.get(id) ?? unknown(id);
  const groups = merge(ballots.map((ballot) => budgetBallot(ballot, position)));
  const { projects, budget, decimals, meta = {} } = question;
  return { kind: 'budget', voteType: voteTypeOf(ballots), budget, decimals, pointDecimals: 0, projects, ballots: groups, meta };
}

/** Canonical ranked ballots as an instance to count; `candidates` are option ids in lot order. Throws RangeError for other ballots. */
export function rankedInstanceOf(candidates: readonly string[], ballots: readonly Ballot[]): RankedInstance {
  const at = new Map(candidates.map((id, position) => [id, position]));
  const orders = ballots.map((ballot) => {
    if (ballot.kind !== 'ranked') throw new RangeError(`a ballot of ${ballot.kind} in a ranked vote`);
    const ranks: number[][] = [];
    for (const { option, rank } of ballot.ranks) (ranks[rank - 1] ??= []).push(at.get(option) ?? unknown(option));
    return { ranks: ranks.filter((group) => group.length > 0).map((group) => group.sort((a, b) => a - b)) };
  });
  const groups: RankedBallotGroup[] = merge(orders);
  return { kind: 'ranked', candidates, ballots: groups, meta: {} };
}

function budgetBallot(ballot: Ballot, position: (id: string) => number): Omit<BallotGroup, 'count'> {
  if (ballot.kind === 'choices') return { choices: ballot.choices.map(position).sort((a, b) => a - b) };
  if (ballot.kind === 'ranked') return { choices: [...ballot.ranks].sort((a, b) => a.rank - b.rank).map(({ option }) => position(option)) };
  if (ballot.kind !== 'points') throw new RangeError(`a ballot of ${ballot.kind} in a budget vote`);
  const given = ballot.points.map(({ option, points }) => ({ at: position(option), points })).sort((a, b) => a.at - b.at);
  return { choices: given.map((each) => each.at), points: given.map((each) => each.points) };
}

function voteTypeOf(ballots: readonly Ballot[]): VoteType {
  const kind = ballots[0]?.kind ?? 'choices';
  return kind === 'points' ? 'cumulative' : kind === 'ranked' ? 'ordinal' : 'approval';
}

function merge<T extends object>(ballots: readonly T[]): (T & { count: number })[] {
  const groups = new Map<string, T & { count: number }>();
  for (const ballot of ballots) {
    const key = JSON.stringify(ballot);
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { ...ballot, count: 1 });
  }
  return [...groups.values()];
}

function unknown(option: string): never {
  throw new RangeError(`option ${option} is not on the ballot`);
}
