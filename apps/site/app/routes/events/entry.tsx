import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { sideOf } from '../../models/entry';
import { AccountName } from '../../parts/account-name';
import { useEvent } from '../../parts/event-context';
import { Page } from '../../parts/page';
import { useFormat } from '../../parts/use-format';
import type { EntryView } from '../../views/books';

export async function loader(args: LoaderFunctionArgs) {
  return { entry: await visitorOf(args).api.get<EntryView>(`/events/${args.params['slug']}/books/entries/${args.params['id']}`) };
}

/** One entry: from where to where the money went. */
export default function Entry(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = useEvent();
  const { entry } = useLoaderData<typeof loader>();
  return (
    <Page title={entry.text} lead={format.date(entry.on)} above={<a href={`/events/${event.slug}/books`}>{t('books.title')}</a>} narrow>
      <table className="stack" role="table">
        <thead>
          <tr>
            <th scope="col">{t('entry.account')}</th>
            <th scope="col" className="number">
              {t('entry.to')}
            </th>
            <th scope="col" className="number">
              {t('entry.from')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.lines.map((line, at) => (
            <tr key={at} role="row">
              <th scope="row" role="rowheader">
                <AccountName of={line.account} />
              </th>
              <td className="number" role="cell" data-label={line.debit ? t('entry.to') : undefined}>
                {sideOf(line, 'debit', format)}
              </td>
              <td className="number" role="cell" data-label={line.credit ? t('entry.from') : undefined}>
                {sideOf(line, 'credit', format)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entry.reversedBy && (
        <p className="notice late">
          <a href={`/events/${event.slug}/books/entries/${entry.reversedBy}`}>{t('entry.reversedBy')}</a>
        </p>
      )}
      {entry.reverses && (
        <p className="notice">
          <a href={`/events/${event.slug}/books/entries/${entry.reverses}`}>{t('entry.reverses')}</a>
        </p>
      )}
      <p className="quiet">{entry.sealedAs === null ? t('entry.notSealed') : t('entry.sealed', { position: entry.sealedAs })}</p>
      <p className="quiet">{t('entry.how')}</p>
    </Page>
  );
}
