import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { ComparedRow } from '../../models/comparison';
import { sayAmount } from '../../models/result-sentences';
import { exactRuleName } from '../../models/rule-words';
import { useFormat } from '../use-format';
import { Picture, WideTable } from './picture';

interface ComparedRulesProps {
  rows: readonly ComparedRow[];
  ballots: string;
  /** Null where there is no pot. */
  currency: string | null;
}

const WIDTH = 200;

/** One row a rule: how many voters got something, what it costs, what is left, whether ties matter. */
export function ComparedRules({ rows, ballots, currency }: ComparedRulesProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const best = [...rows].sort((a, b) => b.share - a.share)[0];
  const official = rows.find((row) => row.official);
  if (!best) return null;
  const title = t('compare.rulesTitle');
  const amount = (text: string | null): string => (text === null || currency === null ? '–' : sayAmount(text, currency, format));
  const heads = [
    ['share', t('compare.share')],
    ['count', t('compare.count')],
    ...(currency
      ? ([
          ['spent', t('compare.spent')],
          ['left', t('compare.left')],
        ] as const)
      : []),
    ['ties', t('compare.ties')],
  ] as const;
  return (
    <Picture
      title={title}
      reading={
        official && official.share >= best.share
          ? t('compare.readingBest', { official: format.percent(official.share) })
          : t('compare.reading', {
              rule: exactRuleName(best.rule, t),
              best: format.percent(best.share),
              official: format.percent(official?.share ?? 0),
            })
      }
      table={null}
    >
      <WideTable label={title}>
        <table className="vote-bars stack" role="table">
          <caption>{t('compare.caption', { ballots })}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {t('compare.rule')}
              </th>
              {heads.map(([key, head]) => (
                <th key={key} scope="col" role="columnheader" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.rule} role="row" className={row.official ? 'official' : undefined}>
                <th scope="row" role="rowheader">
                  {exactRuleName(row.rule, t)} {row.official && <small className="tag">{t('compare.decided')}</small>}
                  <svg viewBox={`0 0 ${WIDTH} 10`} className="bar" aria-hidden="true" preserveAspectRatio="none">
                    <rect width={WIDTH} height="10" className="fill-track" />
                    <rect width={Math.round(row.share * WIDTH)} height="10" className={row.official ? 'bar-in' : 'bar-other'} />
                  </svg>
                </th>
                <td className="number" role="cell" data-label={heads[0][1]}>
                  {format.percent(row.share)}
                </td>
                <td className="number" role="cell" data-label={heads[1][1]}>
                  {format.number(row.winners.length)}
                </td>
                {currency && (
                  <>
                    <td className="number" role="cell" data-label={t('compare.spent')}>
                      {amount(row.spent)}
                    </td>
                    <td className="number" role="cell" data-label={t('compare.left')}>
                      {amount(row.left)}
                    </td>
                  </>
                )}
                <td className="number" role="cell" data-label={t('compare.ties')}>
                  {t(row.sensitiveToTies ? 'compare.yes' : 'compare.no')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Picture>
  );
}
