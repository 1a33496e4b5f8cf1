import type { ReactNode } from 'react';
import { useTranslation } from '../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from 'react-router';
import { readProgress } from '../http/campaign';
import { visitorOf } from '../http/visitor';
import { EventCard } from '../parts/event-card';
import { DoneNotice, Empty, Late } from '../parts/notice';
import { SparkStart } from '../parts/spark-start';
import { SparkCard } from '../parts/spark-card';
import { ThreadPicture } from '../parts/thread-picture';
import type { loader as rootLoader } from '../root';
import type { EventsPageView } from '../views/events';
import type { SparksPageView } from '../views/sparks';

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  const [sparks, events] = await Promise.all([
    api.part<SparksPageView>('/sparks', { limit: 6 }),
    api.part<EventsPageView>('/events', { limit: 4 }),
  ]);
  const progress = await readProgress(api, events?.items ?? []);
  return { sparks: sparks ?? null, events: events ?? null, progress };
}

/** What this is, in one breath; then what is going on. */
export default function Home(): ReactNode {
  const { t } = useTranslation();
  const { sparks, events, progress } = useLoaderData<typeof loader>();
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  return (
    <div className="page home">
      <title>{`WeGetTogether – ${t('home.tagline')}`}</title>
      <meta name="description" content={t('home.lead')} />
      <DoneNotice />
      <section className="hero">
        <div>
          <h1>{t('home.tagline')}</h1>
          <p className="lead">{t('home.lead')}</p>
          <p className="actions">
            <a href="/events" role="button" className="secondary">
              {t('home.seeEvents')}
            </a>
          </p>
        </div>
        <SparkStart signedIn={!!me} />
      </section>
      <ThreadPicture />
      <section aria-labelledby="home-events">
        <h2 id="home-events">{t('home.events')}</h2>
        {events === null ? (
          <Late />
        ) : events.items.length ? (
          <div className="cards">
            {events.items.map((event) => (
              <EventCard key={event.slug} event={event} progress={progress[event.slug]} />
            ))}
          </div>
        ) : (
          <Empty>{t('events.empty')}</Empty>
        )}
      </section>
      <section aria-labelledby="home-sparks">
        <h2 id="home-sparks">{t('home.sparks')}</h2>
        {sparks === null ? (
          <Late />
        ) : sparks.items.length ? (
          <div className="wall">
            {sparks.items.map((spark) => (
              <SparkCard key={spark.id} spark={spark} back="/" events={events?.items} />
            ))}
          </div>
        ) : (
          <Empty>{t('wall.empty')}</Empty>
        )}
        <p className="go">
          <a href="/sparks">{t('home.allSparks')}</a>
        </p>
      </section>
    </div>
  );
}
