import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { TierView } from '../views/campaigns';
import { useFormat } from './use-format';

/** What one can pledge for: amount first, then what it stands for, then how many are left. */
export function Tiers({ tiers, path, open }: { tiers: readonly TierView[]; path: string; open: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = tiers.filter((tier) => !tier.hidden);
  if (!shown.length) return null;
  return (
    <section aria-labelledby="tiers">
      <h2 id="tiers">{t('tiers.title')}</h2>
      <ul className="tiers">
        {shown.map((tier) => {
          const gone = tier.left === 0;
          return (
            <li key={tier.id}>
              <p className="tier-amount">{format.money(tier.price)}</p>
              <h3>{tier.name}</h3>
              <p>{tier.description}</p>
              {tier.left !== null && (
                <p className="quiet">{gone ? t('tiers.gone') : t('tiers.left', { count: tier.left, of: tier.capacity })}</p>
              )}
              {open && !gone && (
                <a href={`${path}/pledge?tier=${tier.id}`}>
                  {t('tiers.choose', { amount: format.money(tier.price) })}
                  <span className="sr">: {tier.name}</span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
