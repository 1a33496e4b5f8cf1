import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { PAYERS_SCALE, payersOf } from '../../models/payers';
import { sayAmount } from '../../models/result-sentences';
import type { RuleResultView } from '../../views/results';
import { useFormat } from '../use-format';
import { Picture, WideTable } from './picture';

const KINDS = ['full', 'last', 'nothing'] as const;

/** Who paid for what under equal shares: every supporter is as wide as every other, in all bars. */
export function PayersPicture({ result, currency }: { result: RuleResultView; currency: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = payersOf(result);
  const [most] = [...rows].sort((a, b) => b.supporters - a.supporters);
  if (!most) return null;
  return (
    <Picture
      title={t('payers.title')}
      reading={t('payers.reading', { count: rows.length, title: most.title, supporters: format.number(most.supporters) })}
      table={null}
    >
      <p className="legend">
        {KINDS.map((kind) => (
          <span key={kind}>
            <i className={`swatch payer-${kind}`} aria-hidden="true" /> {t(`payers.${kind}`)}
          </span>
        ))}
      </p>
      <WideTable label={t('payers.title')}>
        <table className="vote-bars stack" role="table">
          <caption>{t('payers.caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {t('result.proposal')}
              </th>
              <th scope="col" role="columnheader" className="number">
                {t('payers.share')}
              </th>
              {KINDS.map((kind) => (
                <th key={kind} scope="col" role="columnheader" className="number">
                  {t(`payers.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.id} role="row">
                <th scope="row" role="rowheader">
                  {row.step}. {row.title}
                  <svg viewBox={`0 0 ${PAYERS_SCALE} 14`} className="bar" aria-hidden="true" preserveAspectRatio="none">
                    {row.parts.map(({ kind, from, width }) => (
                      <rect key={kind} x={from} width={width} height="14" className={`payer-${kind}`} />
                    ))}
                  </svg>
                </th>
                <td className="number" role="cell" data-label={t('payers.share')}>
                  {sayAmount(row.share, currency, format)}
                </td>
                {row.parts.map(({ kind, people }) => (
                  <td key={kind} className="number" role="cell" data-label={t(`payers.${kind}`)}>
                    {format.number(people)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Picture>
  );
}
