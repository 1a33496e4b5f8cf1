import {
  type BudgetInstance,
  type BudgetParameters,
  type BudgetRule,
  type RankedInstance,
  type RankedRule,
  type RuleName,
  BudgetCount,
  RankedCount,
  budgetRulesFor,
  countBallots,
  explainBudget,
} from '#voting/count';

/** What one rule makes of the ballots. */
export interface ComparedRule {
  rule: RuleName;
  /** The rule that was declared. */
  official: boolean;
  /** Option ids in order of election. */
  winners: string[];
  /** Decimals in currency units; null where there is no pot. */
  spent: string | null;
  left: string | null;
  /** Ballots with at least one of their choices among the winners. */
  ballotsWithFundedChoice: number;
  /** A tie stood between a winner and another option, whatever settled it. */
  tieMattered: boolean;
  /** Other options win when the lot is read backwards. */
  sensitiveToTies: boolean;
}

/** The same ballots under every rule that applies to them. */
export interface Comparison {
  ballots: number;
  rules: ComparedRule[];
}

/** A request to compare; plain data, so that another thread can answer it. */
export interface ComparisonRequest {
  readonly kind: 'comparison';
  readonly instance: BudgetInstance | RankedInstance;
  readonly official: string;
  /** Step of equal shares in minor units. */
  readonly increment?: bigint;
  /** Supporters a project needs under greedy_with_threshold; 0: that rule is left out. */
  readonly threshold?: number;
  readonly seats?: number;
}

/** Borda is shown and never decides: it rewards adding clones (spec/voting.md 4). */
const RANKED_COMPARED: readonly RankedRule[] = ['irv', 'schulze', 'ranked_pairs', 'scottish_stv', 'borda'];

/** Counts by every rule that applies, twice: by the lot and by the lot backwards, so that it can be said whether chance decided (VOT-9). */
export function compareRules(request: ComparisonRequest): Comparison {
  const { instance } = request;
  const rules = instance.kind === 'budget' ? compareBudget(instance, request) : compareRanked(instance, request);
  return { ballots: countBallots(instance), rules };
}

function budgetRules(instance: BudgetInstance, { official, threshold = 0 }: ComparisonRequest): BudgetRule[] {
  const [first, ...others] = budgetRulesFor(instance);
  const some: BudgetRule[] = threshold > 0 || official === 'greedy_with_threshold' ? ['greedy_with_threshold'] : [];
  return [first!, 'greedy_stop_at_first_misfit', ...some, ...others];
}

function compareBudget(instance: BudgetInstance, request: ComparisonRequest): ComparedRule[] {
  const parameters: BudgetParameters = {
    ...(request.increment === undefined ? {} : { increment: request.increment }),
    ...(request.threshold ? { threshold: request.threshold } : {}),
  };
  const count = new BudgetCount(instance, parameters);
  const backwards = new BudgetCount(budgetBackwards(instance), parameters);
  const idsOf = (from: BudgetCount, winners: readonly number[]): string[] => winners.map((at) => from.instance.projects[at]!.id);
  return budgetRules(instance, request).map((rule) => {
    const outcome = count.by(rule);
    const told = explainBudget(count, outcome);
    const winners = idsOf(count, outcome.winners);
    return {
      rule,
      official: rule === request.official,
      winners,
      spent: told.spent,
      left: told.left,
      ballotsWithFundedChoice: told.ballots - outcome.ballotsWithNoFundedChoice,
      tieMattered: told.tieMattered,
      sensitiveToTies: !sameSet(winners, idsOf(backwards, backwards.by(rule).winners)),
    };
  });
}

function compareRanked(instance: RankedInstance, request: ComparisonRequest): ComparedRule[] {
  const seats = request.seats ?? 1;
  const count = new RankedCount(instance, { seats });
  const backwards = new RankedCount(rankedBackwards(instance), { seats });
  const idsOf = (from: RankedCount, rule: RankedRule): string[] => from.winners(rule).map((at) => from.instance.candidates[at]!);
  return RANKED_COMPARED.filter((rule) => rule !== 'scottish_stv' || seats > 1).map((rule) => {
    const winners = idsOf(count, rule);
    const sensitiveToTies = !sameSet(winners, idsOf(backwards, rule));
    return {
      rule,
      official: rule === request.official,
      winners,
      spent: null,
      left: null,
      ballotsWithFundedChoice: ballotsRanking(instance, winners),
      tieMattered: sensitiveToTies || winners.length > (rule === 'scottish_stv' ? seats : 1),
      sensitiveToTies,
    };
  });
}

function ballotsRanking({ candidates, ballots }: RankedInstance, winners: readonly string[]): number {
  const places = new Set(winners.map((id) => candidates.indexOf(id)));
  return ballots.reduce((sum, { count, ranks }) => sum + (ranks.flat().some((at) => places.has(at)) ? count : 0), 0);
}

function budgetBackwards(instance: BudgetInstance): BudgetInstance {
  const last = instance.projects.length - 1;
  // Approvals are listed in lot order, ranks and points are not: only the former turn round.
  const ballots = instance.ballots.map(({ choices, ...ballot }) => {
    const turned = choices.map((at) => last - at);
    return { ...ballot, choices: ballot.points || instance.voteType === 'ordinal' ? turned : turned.reverse() };
  });
  return { ...instance, projects: [...instance.projects].reverse(), ballots };
}

function rankedBackwards(instance: RankedInstance): RankedInstance {
  const last = instance.candidates.length - 1;
  const ballots = instance.ballots.map(({ count, ranks }) => ({ count, ranks: ranks.map((group) => group.map((at) => last - at)) }));
  return { ...instance, candidates: [...instance.candidates].reverse(), ballots };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));
