import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { type ComparedRow, sameOutcomes } from '../../models/comparison';
import { exactRuleName } from '../../models/rule-words';
import type { BallotOptionView } from '../../views/ballots';
import { Picture, WideTable } from './picture';

/** Options down, different outcomes across: filled where an option would be in. Rules that agree share a column. */
export function ComparedOutcomes({ rows, options }: { rows: readonly ComparedRow[]; options: readonly BallotOptionView[] }): ReactNode {
  const { t } = useTranslation();
  const outcomes = sameOutcomes(rows);
  const title = t('compare.outcomesTitle');
  const always = options.filter(({ optionId }) => outcomes.every(({ winners }) => winners.has(optionId)));
  return (
    <Picture
      title={title}
      reading={`${t('compare.outcomesReading', { count: outcomes.length, rules: rows.length })} ${
        outcomes.length > 1 ? t('compare.always', { count: always.length }) : ''
      }`}
      table={null}
    >
      <ol className="outcome-keys">
        {outcomes.map(({ rules, official }, at) => (
          <li key={at}>
            {rules.map((rule) => exactRuleName(rule, t)).join(' · ')} {official && <small className="tag">{t('compare.decided')}</small>}
          </li>
        ))}
      </ol>
      <WideTable label={title} note={t('compare.outcomesCaption')}>
        <table className="outcomes" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('rounds.option')}</th>
              {outcomes.map(({ official }, at) => (
                <th key={at} scope="col" className={official ? 'official' : undefined}>
                  {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(({ optionId, title: name }) => (
              <tr key={optionId}>
                <th scope="row">{name}</th>
                {outcomes.map(({ winners, official }, at) => (
                  <td key={at} className={official ? 'official' : undefined}>
                    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                      {winners.has(optionId) ? (
                        <rect width="16" height="16" rx="3" className="bar-in" />
                      ) : (
                        <rect x="1" y="1" width="14" height="14" rx="3" className="cell-out" />
                      )}
                    </svg>
                    <span className="sr">{t(winners.has(optionId) ? 'compare.in' : 'compare.out')}</span>
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
