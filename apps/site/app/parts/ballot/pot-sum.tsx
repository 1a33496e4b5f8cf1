import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { MoneyView } from '../../models/format';
import type { Basket } from '../../models/knapsack';
import { type KnapsackFacts, WHY_NOT, type WhyNot } from '../../models/why-not';
import { useFormat } from '../use-format';

interface PotSumProps {
  basket: Basket;
  pot: MoneyView;
  /** Given where the sum may not go over the pot; otherwise it only informs. */
  knapsack?: KnapsackFacts | undefined;
}

const WIDTH = 600;

/** What the chosen things cost together, against the pot; script keeps it up to date. */
export function PotSum({ basket, pot, knapsack }: PotSumProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const strict = knapsack !== undefined;
  const say = (amount: number): string => format.money({ ...pot, amount });
  const texts = { within: t('ballot.sumWithin', SIGNS), over: t(strict ? 'ballot.sumOverStrict' : 'ballot.sumOver', SIGNS) };
  const over = basket.left < 0;
  return (
    <div className="pot-sum" data-pot={pot.amount} data-currency={pot.currency} data-knapsack={knapsack && JSON.stringify(knapsack)}>
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
      {knapsack && knapsack.least > 0 && (
        <p id="pot-least" className="over" data-missing={t('ballot.missing', SIGNS)}>
          {basket.missing > 0 ? t('ballot.missing', { missing: say(basket.missing), least: say(knapsack.least) }) : ''}
        </p>
      )}
      {!strict && <p className="quiet">{t('ballot.sumInforms')}</p>}
    </div>
  );
}

/** Each reason in words; `#` stands for the amount that is missing. That an option was withdrawn stands beside its name already. */
export const whyNotTexts = (t: TFunction): Record<WhyNot, string> =>
  Object.fromEntries(WHY_NOT.map((code) => [code, code === 'WITHDRAWN' ? '' : t(`ballot.whyNot.${code}`)])) as Record<WhyNot, string>;

/** Where script puts the amounts. */
const SIGNS = { total: '{total}', pot: '{pot}', left: '{left}', missing: '{missing}', least: '{least}' };
