import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { BallotDetailView } from '../../views/ballots';
import type { OptionTotalView } from '../../views/results';
import { useFormat } from '../use-format';
import { Picture, WideTable } from './picture';

const WIDTH = 200;

/** Votes or points of every option as bars, those chosen filled; with the supporters that were needed. */
export function TotalsResult({ ballot, totals }: { ballot: BallotDetailView; totals: readonly OptionTotalView[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ballot.threshold, ...totals.map(({ total }) => total));
  const points = ballot.method === 'points';
  const unit = t(points ? 'totals.points' : 'result.votesHead');
  const [first] = totals;
  const title = t(points ? 'totals.pointsTitle' : 'result.picture');
  const reading = first
    ? t(points ? 'totals.pointsReading' : 'totals.votesReading', {
        title: first.title,
        total: format.number(first.total),
        count: first.supporters,
        shown: format.number(first.supporters),
      })
    : t('result.noneChosen');
  return (
    <Picture title={title} reading={reading} table={null}>
      {ballot.threshold > 1 && <p>{t('totals.threshold', { count: ballot.threshold })}</p>}
      <WideTable label={title}>
        <table className="vote-bars stack" role="table">
          <caption>{t('result.caption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {t('rounds.option')}
              </th>
              <th scope="col" role="columnheader" className="number">
                {unit}
              </th>
              {points && (
                <th scope="col" role="columnheader" className="number">
                  {t('totals.givers')}
                </th>
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {totals.map((each) => (
              <tr key={each.optionId} role="row">
                <th scope="row" role="rowheader">
                  {each.title} <small className="quiet">{t(each.chosen ? 'totals.in' : 'result.out')}</small>
                  <svg viewBox={`0 0 ${WIDTH} 10`} className="bar" aria-hidden="true" preserveAspectRatio="none">
                    <rect width={Math.round((each.total / most) * WIDTH)} height="10" className={each.chosen ? 'bar-in' : 'bar-not'} />
                  </svg>
                </th>
                <td className="number" role="cell" data-label={unit}>
                  {format.number(each.total)}
                </td>
                {points && (
                  <td className="number" role="cell" data-label={t('totals.givers')}>
                    {format.number(each.supporters)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Picture>
  );
}
