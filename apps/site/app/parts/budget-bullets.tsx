import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { BULLET_SCALE, bullets } from '../models/bullets';
import type { BudgetLineView } from '../views/books';
import { useFormat } from './use-format';

/** Plan against what was spent, promised and given in kind; one bar a line, the figures in the same table. */
export function BudgetBullets({ lines }: { lines: readonly BudgetLineView[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('budget.title')}>
      <svg width="0" height="0" aria-hidden="true" className="defs">
        <defs>
          <pattern id="in-kind" width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" className="fill-in-kind" />
            <circle cx="4" cy="4" r="1.6" className="fill-dot" />
          </pattern>
          <pattern id="promised" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" className="fill-promised" />
            <rect width="4" height="8" className="fill-collected" />
          </pattern>
        </defs>
      </svg>
      <table className="bullets stack" role="table">
        <caption>{t('budget.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('budget.line')}</th>
            {(['planned', 'spent', 'committed', 'inKind'] as const).map((head) => (
              <th key={head} scope="col" className="number">
                {head !== 'planned' && <i className={`swatch bullet-${head}`} aria-hidden="true" />} {t(`budget.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bullets(lines).map(({ line, inKind, spent, committed, planned, over }) => (
            <tr key={line.id} role="row">
              <th scope="row" role="rowheader">
                {line.name}
                {over && <span className="over-plan"> {t('budget.over')}</span>}
                <svg viewBox={`0 0 ${BULLET_SCALE} 14`} className="bar" aria-hidden="true" preserveAspectRatio="none">
                  <rect width={planned} height="14" className="fill-track" />
                  <rect width={inKind} y="3" height="8" className="bullet-inKind" />
                  <rect x={inKind} width={spent} y="3" height="8" className="bullet-spent" />
                  <rect x={inKind + spent} width={committed} y="3" height="8" className="bullet-committed" />
                  <line x1={planned} x2={planned} y1="0" y2="14" className="goal-mark" />
                </svg>
              </th>
              <td className="number" role="cell" data-label={t('budget.planned')}>
                {format.money(line.planned)}
              </td>
              <td className="number" role="cell" data-label={t('budget.spent')}>
                {format.money(line.actual)}
              </td>
              <td className="number" role="cell" data-label={t('budget.committed')}>
                {format.money(line.committed)}
              </td>
              <td className="number" role="cell" data-label={t('budget.inKind')}>
                {format.money(line.metInKind)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
