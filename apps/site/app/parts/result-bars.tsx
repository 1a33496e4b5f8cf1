import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { RuleResultView } from '../views/results';
import { Picture, WideTable } from './result/picture';
import { useFormat } from './use-format';

const WIDTH = 200;

/** Votes and cost of every proposal as bars, chosen ones filled and the others hatched; the same table carries the figures. */
export function ResultBars({ result }: { result: RuleResultView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...result.projects.map((p) => p.votes));
  const dearest = Math.max(1, ...result.projects.map((p) => p.cost.amount));
  const rows = [...result.projects].sort((a, b) => b.votes - a.votes);
  const bar = (share: number, funded: boolean): ReactNode => (
    <svg viewBox={`0 0 ${WIDTH} 10`} className="bar" aria-hidden="true" preserveAspectRatio="none">
      <rect width={Math.round(share * WIDTH)} height="10" className={funded ? 'bar-in' : 'bar-not'} />
    </svg>
  );
  const [first] = rows;
  return (
    <Picture
      title={t('result.picture')}
      reading={
        first ? t('result.barsReading', { title: first.title, votes: t('result.votes', { count: first.votes }) }) : t('result.noneChosen')
      }
      table={null}
    >
      <WideTable label={t('result.picture')}>
        <table className="vote-bars stack" role="table">
          <caption>{t('result.caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {t('result.proposal')}
              </th>
              <th scope="col" role="columnheader" className="number">
                {t('result.votesHead')}
              </th>
              <th scope="col" role="columnheader" className="number">
                {t('result.costHead')}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((p) => (
              <tr key={p.proposalId} role="row">
                <th scope="row" role="rowheader">
                  {p.title} <small className="quiet">{p.funded ? t('result.in', { position: p.position }) : t('result.out')}</small>
                </th>
                <td className="number" role="cell" data-label={t('result.votesHead')}>
                  <span>{format.number(p.votes)}</span>
                  {bar(p.votes / most, p.funded)}
                </td>
                <td className="number" role="cell" data-label={t('result.costHead')}>
                  <span>{format.money(p.cost)}</span>
                  {bar(p.cost.amount / dearest, p.funded)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Picture>
  );
}
