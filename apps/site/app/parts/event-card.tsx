import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { EventView } from '../views/events';
import type { ProgressView } from '../views/campaigns';
import { FundingLine } from './funding-line';
import { useFormat } from './use-format';

interface EventCardProps {
  event: EventView;
  /** How far its campaign is, while one runs. */
  progress?: ProgressView | undefined;
  heading?: 'h2' | 'h3';
}

/** One event in a list: its name, when and where, and where it stands. */
export function EventCard({ event, progress, heading: Heading = 'h3' }: EventCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article className="event-card whole">
      <p className="phase-tag">{t(`phase.${event.phase}`)}</p>
      <Heading>
        <a href={`/events/${event.slug}`}>{event.name}</a>
      </Heading>
      <p className="quiet">
        {event.date ? format.date(event.date) : t('event.dateOpen')}
        {event.place && ` · ${event.place}`}
      </p>
      <p>{event.summary}</p>
      {progress && <FundingLine progress={progress} />}
    </article>
  );
}
