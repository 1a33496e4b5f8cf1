import type { ReactNode } from 'react';
import { useTranslation } from '../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../http/visitor';
import { EventCard } from '../parts/event-card';
import { DoneNotice, Empty, Late } from '../parts/notice';
import { SparkCard } from '../parts/spark-card';
import { ThreadPicture } from '../parts/thread-picture';
import type { EventsPageView } from '../views/events';
import type { SparksPageView } from '../views/sparks';

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  const [sparks, events] = await Promise.all([
    api.part<SparksPageView>('/sparks', { limit: 6 }),
    api.part<EventsPageView>('/events', { limit: 4 }),
  ]);
  return { sparks: sparks ?? null, events: events ?? null };
}

/** What this is, in one breath; then what is going on. */
export default function Home(): ReactNode {
  const { t } = useTranslation();
  const { sparks, events } = useLoaderData<typeof loader>();
  return (
    <div className="page home">
      <title>{`WeGetTogether – ${t('home.tagline')}`}</title>
      <meta name="description" content={t('home.lead')} />
      <DoneNotice />
      <section className="hero">
        <h1>{t('home.tagline')}</h1>
        <p className="lead">{t('home.lead')}</p>
        <p className="actions">
          <a href="/sparks" role="button">
            {t('home.postSpark')}
          </a>
          <a href="/events" role="button" className="secondary">
            {t('home.seeEvents')}
          </a>
        </p>
      </section>
      <ThreadPicture />
      <section aria-labelledby="home-events">
        <h2 id="home-events">{t('home.events')}</h2>
        {events === null ? (
          <Late />
        ) : events.items.length ? (
          <div className="cards">
            {events.items.map((event) => (
              <EventCard key={event.slug} event={event} />
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
              <SparkCard key={spark.id} spark={spark} back="/" />
            ))}
          </div>
        ) : (
          <Empty>{t('wall.empty')}</Empty>
        )}
        <p>
          <a href="/sparks">{t('home.allSparks')}</a>
        </p>
      </section>
    </div>
  );
}
