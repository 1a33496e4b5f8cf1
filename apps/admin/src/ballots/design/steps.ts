import { rulesFor } from '../methods.js';
import { hasPot, sourceOf, type Draft } from './draft.js';
import { POT } from '../methods.js';

/** One question at a time. From `rule` on the draft is stored, so that it can be rehearsed. */
export const STEPS = ['kind', 'ask', 'money', 'options', 'limits', 'voters', 'closing', 'rule', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** The questions that this vote raises. */
export function stepsOf(draft: Draft): Step[] {
  const left: Partial<Record<Step, boolean>> = {
    money: POT[draft.method] === 'none',
    options: sourceOf(draft) === 'none',
    limits: draft.method === 'consent' || draft.method === 'knapsack',
    rule: rulesFor(draft.method, hasPot(draft)).length === 1,
  };
  return STEPS.filter((step) => !left[step]);
}

/** Steps on which the draft is complete enough to be stored. */
export const isStored = (step: Step): boolean => step === 'rule' || step === 'check';

const PLACE_OF_FIELD: Record<string, Step> = {
  ...{
    method: 'kind',
    title: 'ask',
    question: 'ask',
    pot: 'money',
    minSpend: 'money',
    proposalIds: 'options',
    options: 'options',
    ownOptions: 'options',
    dates: 'options',
  },
  ...{ minChoices: 'limits', maxChoices: 'limits', seats: 'limits', pointsBudget: 'limits', pointsCap: 'limits', equalRanks: 'limits' },
  ...{ admits: 'voters', lateJoiners: 'voters', anonymous: 'voters', talliesOnly: 'voters', quorum: 'voters' },
  ...{
    opensAt: 'closing',
    closesAt: 'closing',
    noticeHours: 'closing',
    rule: 'rule',
    increment: 'rule',
    tieRule: 'rule',
    threshold: 'limits',
  },
};

/** The first step with a field that the API refused. */
export function stepAtFault(fields: readonly string[], steps: readonly Step[]): Step | undefined {
  const places = new Set(fields.map((field) => PLACE_OF_FIELD[field]));
  return steps.find((step) => places.has(step));
}
