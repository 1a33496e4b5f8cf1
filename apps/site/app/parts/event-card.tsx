import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { EventView } from '../views/events';
import { useFormat } from './use-format';

/** One event in a list: its name, when and where, and where it stands. */
export function EventCard({ event, heading: Heading = 'h3' }: { event: EventView; heading?: 'h2' | 'h3' }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article className="event-card">
      <p className="phase-tag">{t(`phase.${event.phase}`)}</p>
      <Heading>
        <a href={`/events/${event.slug}`}>{event.name}</a>
      </Heading>
      <p className="quiet">
        {event.date ? format.date(event.date) : t('event.dateOpen')}
        {event.place && ` · ${event.place}`}
      </p>
      <p>{event.summary}</p>
    </article>
  );
}
