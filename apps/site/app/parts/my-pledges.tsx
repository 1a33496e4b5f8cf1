import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { PledgePageView } from '../views/pledges';
import { Empty, Late } from './notice';
import { useFormat } from './use-format';

/** What this person has pledged, and where each pledge stands. */
export function MyPledges({ pledges }: { pledges: PledgePageView | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (pledges === null) return <Late />;
  if (!pledges.items.length) return <Empty step={<a href="/events">{t('home.seeEvents')}</a>}>{t('me.noPledges')}</Empty>;
  return (
    <ul className="rows">
      {pledges.items.map((pledge) => (
        <li key={pledge.id}>
          <a href={`/pledges/${pledge.id}`}>{pledge.campaignTitle}</a>
          <span className="money">{format.money(pledge.amount)}</span>
          <span className="quiet">{t(`pledge.state.${pledge.state}.title`)}</span>
        </li>
      ))}
    </ul>
  );
}
