import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { readProgress } from '../../http/campaign';
import { visitorOf } from '../../http/visitor';
import { EventCard } from '../../parts/event-card';
import { Empty } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import type { EventsPageView } from '../../views/events';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const page = await api.get<EventsPageView>('/events', { after: url.searchParams.get('after') });
  return { page, progress: await readProgress(api, page.items) };
}

export default function Events(): ReactNode {
  const { t } = useTranslation();
  const { page, progress } = useLoaderData<typeof loader>();
  return (
    <Page title={t('events.title')} lead={t('events.lead')}>
      {page.items.length ? (
        <div className="cards">
          {page.items.map((event) => (
            <EventCard key={event.slug} event={event} progress={progress[event.slug]} heading="h2" />
          ))}
        </div>
      ) : (
        <Empty step={<a href="/sparks">{t('home.postSpark')}</a>}>{t('events.empty')}</Empty>
      )}
      <Pager next={page.next} />
    </Page>
  );
}
