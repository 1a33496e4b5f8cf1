import type { ReactNode } from 'react';
import type { PublishedHeadView } from '../../views/results';
import { useEvent } from '../event-context';
import { useFormat } from '../use-format';
import { useTranslation } from '../use-translation';

/** The last link of the chain of ballots as it was shown on each day: whoever wrote one down can tell that nothing before it was changed. */
export function PublishedHeads({ heads }: { heads: readonly PublishedHeadView[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useEvent();
  if (!heads.length) return null;
  return (
    <details>
      <summary>{t('heads.title')}</summary>
      <p>{t('heads.text')}</p>
      <table className="stack" role="table">
        <caption className="sr">{t('heads.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('heads.when')}
            </th>
            <th scope="col" role="columnheader" className="number">
              {t('heads.covers')}
            </th>
            <th scope="col" role="columnheader">
              {t('heads.hash')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {heads.map(({ position, hash, publishedAt }) => (
            <tr role="row" key={`${publishedAt} ${hash}`}>
              <th scope="row" role="rowheader">
                {format.dateTime(publishedAt, timeZone)}
              </th>
              <td role="cell" className="number" data-label={t('heads.covers')}>
                {position === null ? '–' : format.number(position)}
              </td>
              <td role="cell" data-label={t('heads.hash')}>
                <code className="break">{hash}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
