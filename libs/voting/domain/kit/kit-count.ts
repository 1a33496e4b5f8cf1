import type { Json } from '../budget/document.js';
import type { BudgetRule } from '../budget/budget-rules.js';
import { BUDGET_RULES } from '../budget/budget-rules.js';
import { consentOutcome } from '../casting/totals.js';
import { count } from '../count.js';
import type { BudgetInstance, CategoricalInstance, RankedInstance } from '../instance.js';
import { countBallots } from '../instance.js';
import { rankedDocument } from '../ranked/document.js';
import type { RankedRule } from '../ranked/ranked-count.js';
import { RANKED_RULES, RankedCount } from '../ranked/ranked-count.js';
import type { KitBallots, PointsInstance } from './ballot-file.js';
import { KitFault } from './kit-fault.js';
import type { KitRules } from './kit-rules.js';
import { chosenOf } from '../casting/winners.js';

/** What the official rule makes of the ballots: winning option ids, and the details that belong to the kind of vote. */
export interface KitCount {
  readonly ballots: number;
  readonly emptyBallots: number;
  /** In order of election. A consent question has no winners but an outcome. */
  readonly winners: readonly string[];
  readonly details: { readonly [key: string]: unknown };
}

const MORE_RULES: readonly BudgetRule[] = ['greedy_stop_at_first_misfit', 'greedy_with_threshold'];

/** Counts ballots by the official rule of the vote. A pure function of the ballot file and the rules. */
export function countKit(ballots: KitBallots, rules: KitRules): KitCount {
  const all = countBallots(ballots);
  switch (ballots.kind) {
    case 'budget':
      return { ballots: all, ...budget(ballots, rules) };
    case 'ranked':
      return { ballots: all, ...ranked(ballots, rules) };
    case 'points':
      return { ballots: all, ...totals(ballots.options, pointsOf(ballots), rules) };
    case 'categorical':
      if (rules.method === 'consent') return { ballots: all, ...consent(ballots) };
      if (rules.method === 'dates') return { ballots: all, ...dates(ballots, rules) };
      return { ballots: all, ...totals(ballots.candidates, approvalsOf(ballots), rules) };
  }
}

type Counted = Omit<KitCount, 'ballots'>;

/** The official rule, and plain counting of votes beside it. */
function budget(instance: BudgetInstance, rules: KitRules): Counted {
  const official = [...BUDGET_RULES, ...MORE_RULES].find((known) => known === rules.rule);
  if (!official) throw new KitFault('kit-bad-rules', 'rules.json rule', rules.rule);
  const asked: BudgetRule[] = official === 'greedy_votes' ? [official] : [official, 'greedy_votes'];
  const increment = rules.increment === null ? {} : { increment: rules.increment };
  const { outcomes } = count({ instance, rules: asked, ...increment, threshold: rules.threshold });
  const own = outcomes.map((outcome) => ({ ...outcome, official: outcome.rule === official }));
  return { winners: own[0]!.winners, emptyBallots: own[0]!.explanation.emptyBallots, details: { kind: 'budget', outcomes: own } };
}

function ranked(instance: RankedInstance, rules: KitRules): Counted {
  const official = RANKED_RULES.find((known): known is RankedRule => known === rules.rule);
  if (!official) throw new KitFault('kit-bad-rules', 'rules.json rule', rules.rule);
  const counted = new RankedCount(instance, { seats: rules.seats });
  // Where the rule leaves a tie, the lot chooses.
  const winners = counted
    .winners(official)
    .slice(0, rules.seats)
    .map((at) => instance.candidates[at]!);
  const document: Json = rankedDocument(instance, { seats: rules.seats });
  return { winners, emptyBallots: countWhere(instance, ({ ranks }) => ranks.length === 0), details: { kind: 'ranked', document } };
}

interface Given {
  readonly count: number;
  /** Points per position. */
  readonly points: ReadonlyMap<number, number>;
}

function totals(options: readonly string[], ballots: readonly Given[], { seats, threshold }: KitRules): Counted {
  const lists = options.map((option) => ({ option, total: 0, supporters: 0 }));
  for (const { count: times, points } of ballots) {
    for (const [at, given] of points) {
      lists[at]!.total += given * times;
      lists[at]!.supporters += times;
    }
  }
  const ordered = lists
    .map((own, lot) => ({ ...own, lot }))
    .sort((a, b) => b.total - a.total || b.supporters - a.supporters || a.lot - b.lot)
    .map(({ option, total, supporters }) => ({ option, total, supporters }));
  const winners = chosenOf(ordered, { seats, threshold });
  const emptyBallots = countWhere({ ballots }, ({ points }) => points.size === 0);
  return { winners, emptyBallots, details: { kind: 'totals', totals: ordered } };
}

function dates(instance: CategoricalInstance, { seats }: KitRules): Counted {
  const of = (at: number, category: number): number =>
    countWhere(instance, ({ categories }) => categories[category]?.includes(at) ?? false);
  const all = countBallots(instance);
  const ordered = instance.candidates
    .map((option, lot) => ({ option, yes: of(lot, 0), maybe: of(lot, 1), lot }))
    .sort((a, b) => b.yes - a.yes || b.maybe - a.maybe || a.lot - b.lot)
    .map(({ option, yes, maybe }) => ({ option, yes, maybe, no: all - yes - maybe }));
  const winners = chosenOf(
    ordered.map(({ option, yes, maybe }) => ({ option, total: yes + maybe, supporters: yes + maybe })),
    { seats, threshold: 0 },
  );
  return {
    winners,
    emptyBallots: countWhere(instance, ({ categories }) => categories.flat().length === 0),
    details: { kind: 'dates', dates: ordered },
  };
}

function consent(instance: CategoricalInstance): Counted {
  const [agree = 0, abstain = 0, disagree = 0, block = 0] = instance.categories.map((_, category) =>
    countWhere(instance, ({ categories }) => (categories[category]?.length ?? 0) > 0),
  );
  const counts = { agree, abstain, disagree, block };
  return { winners: [], emptyBallots: 0, details: { kind: 'consent', counts, outcome: consentOutcome(counts) } };
}

function approvalsOf({ ballots }: CategoricalInstance): Given[] {
  return ballots.map(({ count: times, categories }) => ({ count: times, points: new Map(categories[0]?.map((at) => [at, 1])) }));
}

function pointsOf({ ballots }: PointsInstance): Given[] {
  return ballots.map(({ count: times, points }) => ({ count: times, points: new Map([...points].filter(([, given]) => given > 0)) }));
}

function countWhere<T extends { readonly count: number }>(
  { ballots }: { readonly ballots: readonly T[] },
  test: (ballot: T) => boolean,
): number {
  return ballots.reduce((sum, ballot) => sum + (test(ballot) ? ballot.count : 0), 0);
}
