import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { ThanksListView } from '../views/sponsors';
import { Empty } from './notice';
import { useFormat } from './use-format';

/** Who supports the event, what they give and what they get for it: all of it in the open. */
export function Thanks({ sponsors }: { sponsors: ThanksListView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!sponsors.items.length) return <Empty>{t('thanks.empty')}</Empty>;
  return (
    <>
      <ul className="rows">
        {sponsors.items.map((sponsor, at) => (
          <li key={at}>
            <span>
              {sponsor.website ? (
                <a href={sponsor.website} rel="nofollow noopener sponsored">
                  {sponsor.organisation}
                </a>
              ) : (
                <strong>{sponsor.organisation}</strong>
              )}{' '}
              – {sponsor.what}
              {sponsor.gets.length > 0 && <small className="quiet block">{t('thanks.gets', { what: sponsor.gets.join(', ') })}</small>}
            </span>
            <span className="money">{sponsor.amount && format.money(sponsor.amount)}</span>
            <span className="quiet">{t(`thanks.kind.${sponsor.kind}`)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('thanks.sums', { cash: format.money(sponsors.cash), inKind: format.money(sponsors.inKind) })}</p>
    </>
  );
}
