import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { BallotCards } from '../../parts/ballot-cards';
import { useEvent } from '../../parts/event-context';
import { Empty } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import type { BallotsPageView } from '../../views/ballots';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  return { page: await api.get<BallotsPageView>(`/events/${args.params['slug']}/ballots`, { after: url.searchParams.get('after') }) };
}

/** What is being voted on first, then what was decided or is still to come. */
export default function Ballots(): ReactNode {
  const { t } = useTranslation();
  const event = useEvent();
  const { page } = useLoaderData<typeof loader>();
  return (
    <Page title={t('ballots.title')} lead={t('ballots.lead')}>
      {page.items.length ? (
        <>
          <BallotCards title={t('ballots.open')} ballots={page.items.filter(({ state }) => state === 'open')} />
          <BallotCards title={t('ballots.other')} ballots={page.items.filter(({ state }) => state !== 'open')} />
        </>
      ) : (
        <Empty step={<a href={`/events/${event.slug}/proposals`}>{t('ballots.first')}</a>}>{t('ballots.empty')}</Empty>
      )}
      <Pager next={page.next} />
      <p className="go">
        <a href={`/events/${event.slug}/voices`}>{t('voices.link')}</a>
      </p>
    </Page>
  );
}
