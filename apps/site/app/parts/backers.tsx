import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { PublicPledgePageView } from '../views/campaigns';
import { Empty } from './notice';
import { useFormat } from './use-format';

/** Who has pledged lately, each as far as they want to be seen. */
export function Backers({ pledges }: { pledges: PublicPledgePageView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!pledges.items.length) return <Empty>{t('backers.empty')}</Empty>;
  return (
    <ul className="rows">
      {pledges.items.map((pledge, at) => (
        <li key={at}>
          <span>{pledge.name ?? t('backers.unnamed')}</span>
          <span className="money">{pledge.amount ? format.money(pledge.amount) : ''}</span>
          <time dateTime={pledge.on} className="quiet">
            {format.day(pledge.on)}
          </time>
        </li>
      ))}
    </ul>
  );
}
