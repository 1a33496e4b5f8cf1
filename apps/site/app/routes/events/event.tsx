import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, NavLink, Outlet, useLoaderData, useRouteLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { EventContext } from '../../parts/event-context';
import type { loader as rootLoader } from '../../root';
import type { EventDetailView } from '../../views/events';

const PAGES = ['proposals', 'ballots', 'pledge', 'books', 'team'] as const;

export async function loader(args: LoaderFunctionArgs) {
  return { event: await visitorOf(args).api.get<EventDetailView>(`/events/${args.params['slug']}`) };
}

/** What all pages of one event share: which event it is, and the way around it. */
export default function EventFrame(): ReactNode {
  const { t } = useTranslation();
  const { event } = useLoaderData<typeof loader>();
  const root = `/events/${event.slug}`;
  const mine = useRouteLoaderData<typeof rootLoader>('root')?.me?.events.some(({ slug }) => slug === event.slug);
  return (
    <EventContext value={event}>
      <div className="event-bar">
        <nav aria-label={t('event.nav', { event: event.name })} className="event-nav">
          <NavLink to={root} end>
            {event.hashtag ? `#${event.hashtag}` : event.name}
          </NavLink>
          {PAGES.map((page) => (
            <NavLink key={page} to={`${root}/${page}`}>
              {t(`event.page.${page}`)}
            </NavLink>
          ))}
          {mine && <a href={`/admin/${event.slug}/`}>{t('event.desk')}</a>}
        </nav>
      </div>
      <Outlet />
    </EventContext>
  );
}
