import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { BooksFigures } from '../../parts/books-figures';
import { BudgetBullets } from '../../parts/budget-bullets';
import { EntryTable } from '../../parts/entry-table';
import { useEvent } from '../../parts/event-context';
import { Empty, Late } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import type { BudgetView, EntriesPageView, OpenBooksView } from '../../views/books';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const path = `/events/${args.params['slug']}/books`;
  const [books, budget, entries] = await Promise.all([
    api.get<OpenBooksView>(path),
    api.part<BudgetView>(`${path}/budget`),
    api.part<EntriesPageView>(`${path}/entries`, { after: url.searchParams.get('after') }),
  ]);
  return { books, budget: budget ?? null, entries: entries ?? null, later: url.searchParams.has('after') };
}

/** Open books: the number first, then what it is made of, then every entry. */
export default function Books(): ReactNode {
  const { t } = useTranslation();
  const event = useEvent();
  const { books, budget, entries, later } = useLoaderData<typeof loader>();
  const path = `/events/${event.slug}/books`;
  return (
    <Page title={t('books.title')} lead={t('books.lead', { event: event.name })}>
      {!later && (
        <>
          <BooksFigures books={books} />
          <section aria-labelledby="budget">
            <h2 id="budget">{t('budget.title')}</h2>
            {budget === null ? <Late /> : budget.items.length ? <BudgetBullets lines={budget.items} /> : <Empty>{t('needs.empty')}</Empty>}
          </section>
        </>
      )}
      <section aria-labelledby="entries">
        <h2 id="entries">{t('entries.title')}</h2>
        <p className="quiet">{t('entries.without')}</p>
        {entries === null ? (
          <Late />
        ) : entries.items.length ? (
          <EntryTable entries={entries.items} path={path} />
        ) : (
          <Empty>{t('entries.empty')}</Empty>
        )}
        <Pager next={entries?.next} />
      </section>
      <p className="go">
        <a href={`/api/v1${path}/export.hledger`} download>
          {t('books.export')}
        </a>
      </p>
    </Page>
  );
}
