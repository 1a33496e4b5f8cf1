import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { BudgetLineView } from '../views/books';
import { useFormat } from './use-format';

/** What the event needs, and what of it has been given in kind already. */
export function Needs({ lines, path }: { lines: readonly BudgetLineView[]; path: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="rows">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            {line.source.kind === 'proposal' ? <a href={`${path}/proposals/${line.source.id}`}>{line.name}</a> : line.name}
            {line.ballotId ? (
              <small className="quiet block">
                <a href={`${path}/ballots/${line.ballotId}/result`}>{t('needs.byVote')}</a>
              </small>
            ) : (
              line.why && <small className="quiet block">{line.why}</small>
            )}
          </span>
          <span className="money">{format.money(line.planned)}</span>
          {line.metInKind.amount > 0 && (
            <span className="quiet">
              {t(line.metInKind.amount >= line.planned.amount ? 'needs.met' : 'needs.partlyMet', { amount: format.money(line.metInKind) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
