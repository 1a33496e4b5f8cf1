import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';

const REFUSALS = [
  'VOTE_CLOSED',
  'PHASE_CLOSED',
  'NOT_ELIGIBLE',
  'TOO_FEW',
  'TOO_MANY',
  'OVER_BUDGET',
  'POINTS_RANGE',
  'POINTS_SUM',
  'RANK_TIE',
  'RANK_GAP',
  'RANK_RANGE',
  'REASON_REQUIRED',
  'UNKNOWN_OPTION',
  'RECEIPT_UNKNOWN',
  'CODE_USED',
] as const;

/** What script says while it saves a ballot, in the page's language. */
export function SavingTexts(): ReactNode {
  const { t } = useTranslation();
  const texts = {
    again: t('ballot.change'),
    saving: t('ballot.saving'),
    saved: t('ballot.saved'),
    failed: t('ballot.failed'),
    offline: t('ballot.offline'),
    restored: t('ballot.restored'),
    notCounted: t('ballot.notCounted'),
    nothingCounted: t('ballot.nothingCounted'),
    refusals: {
      ...Object.fromEntries(REFUSALS.map((code) => [code, t(`problem.${code}`)])),
      // Script knows the amounts and says them.
      UNDER_MINIMUM: t('ballot.missing', { missing: '{missing}', least: '{least}' }),
    },
  };
  return <span hidden data-saving-texts={JSON.stringify(texts)} />;
}
