import type { ReactNode } from 'react';
import type { ProgressView } from '../views/campaigns';
import { useFormat } from './use-format';
import { useTranslation } from './use-translation';

/** How far a campaign is, in one line and a bar that says the same. */
export function FundingLine({ progress }: { progress: ProgressView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { goal, pledged } = progress;
  const reading = t('funding.reading', {
    pledged: format.money(pledged.amount),
    goal: format.money(goal),
    percent: format.percent(goal.amount > 0 ? pledged.amount.amount / goal.amount : 1),
    count: pledged.pledges,
  });
  return (
    <div className="funding-line">
      <progress value={Math.min(pledged.amount.amount, goal.amount)} max={Math.max(goal.amount, 1)} aria-label={reading} />
      <p>
        <strong className="money">{format.money(pledged.amount)}</strong> {t('funding.of', { goal: format.money(goal) })}
      </p>
    </div>
  );
}
