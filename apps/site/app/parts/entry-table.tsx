import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { EntryView } from '../views/books';
import { sizeOf } from '../models/entry';
import { useFormat } from './use-format';

/** Entries of the books, newest first: when, what, how much; each leads to its page. */
export function EntryTable({ entries, path }: { entries: readonly EntryView[]; path: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('entries.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('entries.on')}</th>
            <th scope="col">{t('entries.text')}</th>
            <th scope="col" className="number">
              {t('entries.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <time dateTime={entry.on} className="figure">
                  {format.day(entry.on)}
                </time>
              </td>
              <td>
                <a href={`${path}/entries/${entry.id}`}>{entry.text}</a>
              </td>
              <td className="number">{sizeOf(entry, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
