import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { EventView } from '../views/events';
import { useFormat } from './use-format';

/** When, where, for how many, under which hashtag. */
export function EventFacts({ event }: { event: EventView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const times = event.startsAt && event.endsAt ? `, ${event.startsAt}–${event.endsAt}` : event.startsAt ? `, ${event.startsAt}` : '';
  return (
    <ul className="facts">
      <li>{event.date ? `${format.date(event.date)}${times}` : t('event.dateOpen')}</li>
      {event.place && <li>{event.place}</li>}
      {event.capacity !== null && <li>{t('event.capacity', { count: event.capacity, shown: format.number(event.capacity) })}</li>}
      {event.hashtag && <li>#{event.hashtag}</li>}
    </ul>
  );
}
