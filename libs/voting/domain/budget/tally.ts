import type { BallotGroup, BudgetInstance } from '../instance.js';

/** What can be read off the ballots before any rule is applied. All arrays are in lot order. */
export interface Tally {
  /** All ballots, the empty ones too. */
  readonly ballots: number;
  readonly emptyBallots: number;
  /** Ballots that support each project. */
  readonly votes: readonly number[];
  /** Points of each project, in units of `10^-pointDecimals`; equal to the votes when ballots carry no points. */
  readonly scores: readonly number[];
}

/** Positions the ballot supports: listed and, when the ballot carries points, with more than none. */
export function supported(ballot: BallotGroup): readonly number[] {
  const { choices, points } = ballot;
  return points ? choices.filter((_, at) => (points[at] ?? 0) > 0) : choices;
}

/** Votes and scores as section 1 of the published rules defines them. */
export function tally(instance: BudgetInstance): Tally {
  const votes = instance.projects.map(() => 0);
  const scores = instance.projects.map(() => 0);
  const places = instance.maxLength ?? instance.projects.length;
  let ballots = 0;
  let emptyBallots = 0;
  for (const ballot of instance.ballots) {
    ballots += ballot.count;
    if (ballot.choices.length === 0) emptyBallots += ballot.count;
    for (const at of supported(ballot)) votes[at] = (votes[at] ?? 0) + ballot.count;
    ballot.choices.forEach((at, rank) => {
      scores[at] = (scores[at] ?? 0) + ballot.count * worth(instance, ballot, rank, places);
    });
  }
  return { ballots, emptyBallots, votes, scores: hasScores(instance) ? scores : votes };
}

/** True when scores differ from votes: points and ranks have them, approvals do not. */
export function hasScores(instance: BudgetInstance): boolean {
  return instance.voteType === 'cumulative' || instance.voteType === 'scoring' || instance.voteType === 'ordinal';
}

function worth(instance: BudgetInstance, ballot: BallotGroup, rank: number, places: number): number {
  if (instance.voteType === 'ordinal') return Math.max(0, places - rank) * 10 ** instance.pointDecimals;
  return ballot.points?.[rank] ?? 0;
}
