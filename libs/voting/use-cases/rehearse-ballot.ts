import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { exponentOf, money } from '#kernel';
import { Database, type EventScope, accessRefusals } from '#platform';
import { Proposals } from '#proposals';
import { type Ballot, type BudgetInstance, type RankedInstance, budgetInstanceOf, rankedInstanceOf } from '#voting/count';
import { countInThread } from '../count-in-thread.js';
import type { Comparison } from '../rules/comparison.js';
import { isCompared } from '../rules/is-compared.js';
import { refuseComparison } from '../rules/comparison.refusals.js';
import { defaultIncrement } from '../rules/frozen-rules.js';
import { type TrialMethod, type LikingGroup, type TrialQuestion, ballotsFromSupports, madeBallots } from '../rules/trial-ballots.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { type OptionRow, OptionsStore } from '../store/options.store.js';

export interface Rehearsal {
  /** supports: people vote for what they support already; made: voters who do not exist. */
  source: 'supports' | 'made';
  /** How many made voters; 200 unless told. */
  voters?: number;
  /** The same seed gives the same ballots; drawn unless told. */
  seed?: number;
}

const USUAL_VOTERS = 200;

/** Shows an organiser what each rule would make of trial ballots, before one is chosen. Nothing is stored, and nobody is named. */
@Injectable()
export class RehearseBallot {
  constructor(
    private readonly database: Database,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly proposals: Proposals,
  ) {}

  async execute(
    scope: EventScope,
    ballotId: string,
    { source, voters, seed = randomInt(2 ** 31) }: Rehearsal,
  ): Promise<Comparison & { seed: number }> {
    const ballot = await this.ballots.byId(this.database, scope.eventId, ballotId);
    if (!ballot) throw accessRefusals.NOT_FOUND();
    if (ballot.state !== 'draft') throw refuseComparison.ONLY_DRAFTS_REHEARSE({ state: ballot.state });
    if (!isCompared(ballot)) throw refuseComparison.ONE_WAY_TO_COUNT({ method: ballot.method });
    const options = await this.options.of(this.database, scope.eventId, ballotId);
    const question = questionOf(ballot, options);
    const trial =
      source === 'made'
        ? madeBallots(question, voters ?? USUAL_VOTERS, seed)
        : ballotsFromSupports(question, await this.likings(scope, options), seed);
    if (trial.length === 0) throw refuseComparison.NOTHING_TO_REHEARSE();
    const comparison = await countInThread({
      kind: 'comparison',
      instance: instanceOf(ballot, options, trial),
      official: ballot.rule,
      threshold: ballot.threshold,
      seats: ballot.seats,
      ...stepOf(ballot, trial.length),
    });
    return { ...comparison, seed };
  }

  /** Who supports which of the options, as groups of people without a name. */
  private async likings(scope: EventScope, options: readonly OptionRow[]): Promise<LikingGroup[]> {
    const optionOf = new Map(options.flatMap((o) => (o.proposal_id ? [[o.proposal_id, o.option_id] as const] : [])));
    const groups = await this.proposals.supportGroups(this.database, scope.eventId, [...optionOf.keys()]);
    return groups.map(({ proposalIds, people }) => ({ people, options: proposalIds.map((id) => optionOf.get(id)!) }));
  }
}

function questionOf(ballot: BallotRow, options: readonly OptionRow[]): TrialQuestion {
  const points = ballot.points_budget ?? 0;
  return {
    // A vote that is not compared was refused before; files from elsewhere are never drafts.
    method: ballot.method as TrialMethod,
    options: options.map((o) => ({ id: o.option_id, cost: o.cost_minor ?? 0n })),
    maxChoices: ballot.max_choices,
    pot: ballot.pot_minor,
    minSpend: ballot.min_spend_minor,
    pointsBudget: points,
    pointsCap: ballot.points_cap ?? points,
  };
}

function instanceOf(ballot: BallotRow, options: readonly OptionRow[], trial: readonly Ballot[]): BudgetInstance | RankedInstance {
  const ids = options.map((o) => o.option_id);
  if (ballot.pot_minor === null) return rankedInstanceOf(ids, trial);
  const projects = options.map((o) => ({ id: o.option_id, name: o.title, cost: o.cost_minor!, details: {} }));
  return budgetInstanceOf({ projects, budget: ballot.pot_minor, decimals: exponentOf(ballot.currency) }, trial);
}

/** The step that the vote would have if it was opened with so many voters. */
function stepOf(ballot: BallotRow, voters: number): { increment?: bigint } {
  if (ballot.pot_minor === null) return {};
  return { increment: ballot.increment_minor ?? defaultIncrement(money(ballot.pot_minor, ballot.currency), voters) };
}
