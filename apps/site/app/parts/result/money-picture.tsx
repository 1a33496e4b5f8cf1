import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { moneyBar } from '../../models/payers';
import { sayAmount } from '../../models/result-sentences';
import type { RuleResultView } from '../../views/results';
import { useFormat } from '../use-format';
import { Picture } from './picture';

const WIDTH = 600;

/** Where the pot went: bought by supporters, added from what was left, not used. */
export function MoneyPicture({ result, currency }: { result: RuleResultView; currency: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const bar = moneyBar(result);
  if (!bar) return null;
  const say = (share: number): string => sayAmount(String(bar.whole * share), currency, format);
  const parts = (['bought', 'added', 'left'] as const).filter((part) => part !== 'added' || bar.added > 0);
  const starts = { bought: 0, added: bar.bought, left: bar.bought + bar.added };
  return (
    <Picture
      title={t('pot.title')}
      reading={t('pot.reading', { spent: sayAmount(result.spent, currency, format), percent: format.percent(1 - bar.left) })}
      table={
        <table className="narrow-table">
          <tbody>
            {parts.map((part) => (
              <tr key={part}>
                <th scope="row">
                  <i className={`swatch pot-${part}`} aria-hidden="true" /> {t(`pot.${part}`)}
                </th>
                <td className="number">{part === 'left' ? sayAmount(result.left, currency, format) : say(bar[part])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('pot.whole')}</th>
              <td className="number">{sayAmount(result.pot, currency, format)}</td>
            </tr>
          </tbody>
        </table>
      }
    >
      <svg viewBox={`0 0 ${WIDTH} 28`} className="pot-bar" aria-hidden="true" focusable="false" preserveAspectRatio="none">
        {parts.map((part) => (
          <rect key={part} x={starts[part] * WIDTH} width={bar[part] * WIDTH} height="28" className={`pot-${part}`} />
        ))}
      </svg>
    </Picture>
  );
}
