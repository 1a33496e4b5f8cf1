import { useTranslate } from 'react-admin';
import type { BallotRules } from './types.js';

/** How voters are told to fill in the ballot, in one sentence. */
export function useVotersHint({ method, options, maxChoices, pointsBudget, pointsCap }: BallotRules): string {
  const t = useTranslate();
  const limited = maxChoices < options.length;
  const hint =
    limited && ['approval', 'support', 'ranked'].includes(method)
      ? `${method}_at_most`
      : method === 'points' && pointsCap
        ? 'points_capped'
        : method;
  return t(`voters_view.hint.${hint}`, { smart_count: maxChoices, points: pointsBudget ?? 0, cap: pointsCap ?? 0 });
}
