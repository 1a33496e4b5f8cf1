import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { RuleResultView } from '../views/results';
import { useFormat } from './use-format';

const WIDTH = 200;

/** Votes of every proposal as bars, chosen ones filled and the others hatched; the same table carries the figures. */
export function ResultBars({ result }: { result: RuleResultView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...result.projects.map((p) => p.votes));
  const rows = [...result.projects].sort((a, b) => b.votes - a.votes);
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('result.picture')}>
      <svg width="0" height="0" aria-hidden="true" className="defs">
        <defs>
          <pattern id="not-chosen" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="fill-track" />
            <rect width="2" height="6" className="fill-muted" />
          </pattern>
        </defs>
      </svg>
      <table className="result-bars">
        <caption>{t('result.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('result.proposal')}</th>
            <th scope="col" className="number">
              {t('result.votesHead')}
            </th>
            <th scope="col" className="number">
              {t('result.costHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((p) => (
            <tr key={p.proposalId}>
              <th scope="row">
                {p.title} <small className="quiet">{p.funded ? t('result.in', { position: p.position }) : t('result.out')}</small>
                <svg viewBox={`0 0 ${WIDTH} 10`} className="bar" aria-hidden="true" preserveAspectRatio="none">
                  <rect width={Math.round((p.votes / most) * WIDTH)} height="10" className={p.funded ? 'bar-in' : 'bar-out'} />
                </svg>
              </th>
              <td className="number">{format.number(p.votes)}</td>
              <td className="number">{format.money(p.cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
