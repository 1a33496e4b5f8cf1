import type { BudgetParameters } from './budget/budget-count.js';
import { BudgetCount } from './budget/budget-count.js';
import type { BudgetRule } from './budget/budget-rules.js';
import { explainBudget } from './budget/explanation.js';
import type { BudgetExplanation } from './budget/reasons.js';
import type { BudgetInstance, RankedInstance } from './instance.js';
import type { IrvExplanation, SchulzeExplanation, StvExplanation } from './ranked/explanation.js';
import { explainIrv, explainSchulze, explainStv } from './ranked/explanation.js';
import type { RankedPairsExplanation } from './ranked/ranked-pairs-explanation.js';
import { explainRankedPairs } from './ranked/ranked-pairs-explanation.js';
import type { RankedParameters, RankedRule } from './ranked/ranked-count.js';
import { RankedCount } from './ranked/ranked-count.js';

/** A count of a vote with a pot. */
export interface BudgetRequest extends BudgetParameters {
  readonly instance: BudgetInstance;
  readonly rules: readonly BudgetRule[];
}

/** A count of ranked ballots. */
export interface RankedRequest extends RankedParameters {
  readonly instance: RankedInstance;
  readonly rules: readonly RankedRule[];
}

export interface BudgetResult {
  readonly kind: 'budget';
  /** Per rule, in the order asked for: winning ids in order of election and the reasons for every project. */
  readonly outcomes: readonly { readonly rule: BudgetRule; readonly winners: readonly string[]; readonly explanation: BudgetExplanation }[];
}

export interface RankedResult {
  readonly kind: 'ranked';
  readonly outcomes: readonly { readonly rule: RankedRule; readonly winners: readonly string[] }[];
  /** The explanations that belong to the rules asked for. */
  readonly irv: IrvExplanation | null;
  readonly schulze: readonly SchulzeExplanation[] | null;
  readonly stv: StvExplanation | null;
  readonly rankedPairs: RankedPairsExplanation | null;
  /** How many ballots prefer each candidate to each other one, in lot order. */
  readonly duels: { readonly candidates: readonly string[]; readonly votes: readonly (readonly number[])[] };
}

/** Counts and explains in one go. Plain data in, plain data out, so that it can run in another thread. */
export function count(request: BudgetRequest): BudgetResult;
export function count(request: RankedRequest): RankedResult;
export function count(request: BudgetRequest | RankedRequest): BudgetResult | RankedResult;
export function count(request: BudgetRequest | RankedRequest): BudgetResult | RankedResult {
  return isBudget(request) ? countBudget(request) : countRanked(request);
}

function isBudget(request: BudgetRequest | RankedRequest): request is BudgetRequest {
  return request.instance.kind === 'budget';
}

function countBudget({ instance, rules, ...parameters }: BudgetRequest): BudgetResult {
  const counted = new BudgetCount(instance, parameters);
  const outcomes = rules.map((rule) => {
    const outcome = counted.by(rule);
    const winners = outcome.winners.map((at) => instance.projects[at]?.id ?? '');
    return { rule, winners, explanation: explainBudget(counted, outcome) };
  });
  return { kind: 'budget', outcomes };
}

function countRanked({ instance, rules, ...parameters }: RankedRequest): RankedResult {
  const counted = new RankedCount(instance, parameters);
  const outcomes = rules.map((rule) => ({ rule, winners: counted.winners(rule).map((at) => instance.candidates[at] ?? '') }));
  const margins = !rules.includes('schulze') && rules.includes('schulze_margins');
  return {
    kind: 'ranked',
    outcomes,
    irv: rules.includes('irv') ? explainIrv(counted) : null,
    schulze: rules.includes('schulze') || margins ? explainSchulze(counted, margins ? 'margins' : 'winning-votes') : null,
    stv: rules.includes('scottish_stv') ? explainStv(counted) : null,
    rankedPairs: rules.includes('ranked_pairs') ? explainRankedPairs(counted) : null,
    duels: { candidates: instance.candidates, votes: counted.pairwise() },
  };
}
