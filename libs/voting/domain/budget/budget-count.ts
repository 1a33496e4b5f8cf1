import type { Rational } from '../arithmetic/rational.js';
import { rational } from '../arithmetic/rational.js';
import type { BudgetInstance } from '../instance.js';
import type { BudgetRule } from './budget-rules.js';
import { equalSharesParts, stopRuleOf } from './budget-rules.js';
import type { CompletedRun, StopRule } from './completion.js';
import { addOne, equalPart } from './completion.js';
import type { Utility } from './electorate.js';
import { EqualShares } from './equal-shares.js';
import { greedyScore } from './greedy-score.js';
import { greedyStopAtFirstMisfit } from './greedy-stop-at-first-misfit.js';
import { greedyVotes } from './greedy-votes.js';
import { greedyVotesPerCost } from './greedy-votes-per-cost.js';
import type { GreedyVisit } from './greedy-walk.js';
import { greedyWithThreshold } from './greedy-with-threshold.js';
import type { PhragmenRun } from './phragmen.js';
import { phragmen } from './phragmen.js';
import type { Tally } from './tally.js';
import { supported, tally } from './tally.js';

/** Frozen parameters of a budget count. */
export interface BudgetParameters {
  /** Step of the add-one completion in minor units; default one currency unit. */
  readonly increment?: bigint;
  /** Votes a project needs under `greedy_with_threshold`; default 1. */
  readonly threshold?: number;
}

/** What a rule decided and every fact its explanation needs; positions are those of the lot. */
export interface BudgetOutcome {
  readonly rule: BudgetRule;
  /** Positions in order of election. */
  readonly winners: readonly number[];
  readonly totalCost: bigint;
  readonly ballotsWithNoFundedChoice: number;
  /** Mean number of funded projects among those a ballot supports. */
  readonly fundedChoicesPerBallot: Rational;
  /** The greedy walk: of the whole count, or of the completion of an Equal Shares count. */
  readonly walk?: readonly GreedyVisit[];
  readonly equalShares?: CompletedRun & { readonly utility: Utility; readonly increment: bigint | null };
  readonly phragmen?: PhragmenRun;
}

/** Counts one instance by any number of rules, sharing the work between them. */
export class BudgetCount {
  readonly tally: Tally;
  readonly increment: bigint;
  private readonly engines = new Map<Utility, EqualShares>();
  private readonly completed = new Map<string, CompletedRun>();

  constructor(
    readonly instance: BudgetInstance,
    private readonly parameters: BudgetParameters = {},
  ) {
    this.tally = tally(instance);
    this.increment = parameters.increment ?? 10n ** BigInt(instance.decimals);
  }

  /** The outcome under one rule. */
  by(rule: BudgetRule): BudgetOutcome {
    const parts = equalSharesParts(rule);
    if (parts) return this.byEqualShares(rule, parts.utility, parts.completion);
    if (rule === 'phragmen') {
      const run = phragmen(this.instance);
      return {
        ...this.outcome(
          rule,
          run.purchases.map((purchase) => purchase.project),
        ),
        phragmen: run,
      };
    }
    const walk = this.walk(rule);
    return { ...this.outcome(rule, funded(walk)), walk };
  }

  /** The engine of a utility, for explanations that replay a run. */
  engine(utility: Utility): EqualShares {
    const known = this.engines.get(utility) ?? new EqualShares(this.instance, utility);
    this.engines.set(utility, known);
    return known;
  }

  private walk(rule: BudgetRule): GreedyVisit[] {
    if (rule === 'greedy_score') return greedyScore(this.instance, this.tally);
    if (rule === 'greedy_votes_per_cost') return greedyVotesPerCost(this.instance, this.tally);
    if (rule === 'greedy_stop_at_first_misfit') return greedyStopAtFirstMisfit(this.instance, this.tally);
    if (rule === 'greedy_with_threshold') return greedyWithThreshold(this.instance, this.tally, this.parameters.threshold ?? 1);
    return greedyVotes(this.instance, this.tally);
  }

  private byEqualShares(rule: BudgetRule, utility: Utility, completion: string): BudgetOutcome {
    const completed =
      completion === 'none'
        ? { run: equalPart(this.instance, this.engine(utility)), runs: 1, everythingFits: false }
        : this.complete(utility, stopRuleOf(completion as 'add1'));
    const { run } = completed;
    const elected = [...run.free, ...run.purchases];
    const equalShares = { ...completed, utility, increment: completion === 'none' ? null : this.increment };
    if (completion !== 'add1u') return { ...this.outcome(rule, elected), equalShares };
    const walk = greedyVotes(this.instance, this.tally, this.instance.budget - run.cost, (at) => !elected.includes(at));
    return { ...this.outcome(rule, [...elected, ...funded(walk)]), equalShares, walk };
  }

  private complete(utility: Utility, stop: StopRule): CompletedRun {
    const key = `${utility} ${stop}`;
    const known = this.completed.get(key) ?? addOne(this.instance, this.engine(utility), this.increment, stop);
    this.completed.set(key, known);
    return known;
  }

  private outcome(rule: BudgetRule, winners: readonly number[]): BudgetOutcome {
    const won = new Set(winners);
    let none = 0;
    let choices = 0;
    for (const ballot of this.instance.ballots) {
      const mine = supported(ballot).filter((at) => won.has(at)).length;
      if (mine === 0) none += ballot.count;
      choices += mine * ballot.count;
    }
    return {
      rule,
      winners,
      totalCost: winners.reduce((sum, at) => sum + (this.instance.projects[at]?.cost ?? 0n), 0n),
      ballotsWithNoFundedChoice: none,
      fundedChoicesPerBallot: rational(BigInt(choices), BigInt(this.tally.ballots || 1)),
    };
  }
}

function funded(walk: readonly GreedyVisit[]): number[] {
  return walk.filter((visit) => visit.funded).map((visit) => visit.project);
}
