import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { useEvent } from '../../parts/event-context';
import { Empty } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { useFormat } from '../../parts/use-format';
import type { BallotsPageView } from '../../views/ballots';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  return { page: await api.get<BallotsPageView>(`/events/${args.params['slug']}/ballots`, { after: url.searchParams.get('after') }) };
}

export default function Ballots(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = useEvent();
  const { page } = useLoaderData<typeof loader>();
  const path = `/events/${event.slug}/ballots`;
  return (
    <Page title={t('ballots.title')} lead={t('ballots.lead')}>
      {page.items.length ? (
        <div className="cards">
          {page.items.map((ballot) => {
            const decided = ballot.state === 'closed' || ballot.state === 'published';
            return (
              <article key={ballot.id} className="card">
                <p className="tag">{t(`ballot.state.${ballot.state}`)}</p>
                <h2>
                  <a href={decided ? `${path}/${ballot.id}/result` : `${path}/${ballot.id}`}>{ballot.title}</a>
                </h2>
                {ballot.pot && <p>{t('ballot.pot', { pot: format.money(ballot.pot) })}</p>}
                <p className="quiet">
                  {ballot.closedAt
                    ? t('ballot.closedOn', { date: format.dateTime(ballot.closedAt, event.timeZone) })
                    : t('ballot.closesOn', { date: format.dateTime(ballot.closesAt, event.timeZone) })}
                </p>
              </article>
            );
          })}
        </div>
      ) : (
        <Empty step={<a href={`/events/${event.slug}/proposals`}>{t('ballots.first')}</a>}>{t('ballots.empty')}</Empty>
      )}
      <Pager next={page.next} />
      <p>
        <a href={`/events/${event.slug}/voices`}>{t('voices.link')}</a>
      </p>
    </Page>
  );
}
