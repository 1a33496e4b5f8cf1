import { useTranslate } from 'react-admin';
import { useMoneyText } from '../common/money.js';
import type { BallotRules } from './types.js';

/** How voters are told to fill in the ballot, in one sentence. */
export function useVotersHint({ method, options, maxChoices, minSpend, pointsBudget, pointsCap }: BallotRules): string {
  const t = useTranslate();
  const money = useMoneyText();
  if (minSpend) return t('voters_view.hint.knapsack_least', { least: money(minSpend) });
  const limited = maxChoices < options.length;
  const hint =
    limited && ['approval', 'support', 'ranked'].includes(method)
      ? `${method}_at_most`
      : method === 'points' && pointsCap
        ? 'points_capped'
        : method;
  return t(`voters_view.hint.${hint}`, { smart_count: maxChoices, points: pointsBudget ?? 0, cap: pointsCap ?? 0 });
}
