import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { MoneyView } from '../../models/format';
import type { Basket } from '../../models/knapsack';
import { useFormat } from '../use-format';

interface PotSumProps {
  basket: Basket;
  pot: MoneyView;
  /** The sum may not go over the pot; otherwise it only informs. */
  strict: boolean;
}

const WIDTH = 600;

/** What the chosen things cost together, against the pot; script keeps it up to date. */
export function PotSum({ basket, pot, strict }: PotSumProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const say = (amount: number): string => format.money({ ...pot, amount });
  const texts = { within: t('ballot.sumWithin', SIGNS), over: t(strict ? 'ballot.sumOverStrict' : 'ballot.sumOver', SIGNS) };
  const over = basket.left < 0;
  return (
    <div className="pot-sum" data-pot={pot.amount} data-currency={pot.currency} data-strict={strict ? '' : undefined}>
      <p id="pot-sum" data-within={texts.within} data-over={texts.over} className={over ? 'over' : ''}>
        {t(over ? (strict ? 'ballot.sumOverStrict' : 'ballot.sumOver') : 'ballot.sumWithin', {
          total: say(basket.total),
          pot: say(pot.amount),
          left: say(Math.abs(basket.left)),
        })}
      </p>
      <svg viewBox={`0 0 ${WIDTH} 12`} className="pot-bar" aria-hidden="true" focusable="false" preserveAspectRatio="none">
        <rect width={WIDTH} height="12" className="fill-track" />
        <rect width={Math.min(1, pot.amount ? basket.total / pot.amount : 0) * WIDTH} height="12" className="pot-bought" data-bar={WIDTH} />
      </svg>
      {!strict && <p className="quiet">{t('ballot.sumInforms')}</p>}
    </div>
  );
}

/** Where script puts the amounts. */
const SIGNS = { total: '{total}', pot: '{pot}', left: '{left}' };
