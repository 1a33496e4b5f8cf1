import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { SparkView } from '../views/sparks';
import { SupportButton } from './support-button';
import { useFormat } from './use-format';

interface SparkCardProps {
  spark: SparkView;
  back: string;
  /** Events whose names may be told; left out where the page is about one event anyway. */
  events?: readonly { readonly slug: string; readonly name: string }[] | undefined;
}

/** One spark as a note on the wall: its words first, then who said them, then what can be done. */
export function SparkCard({ spark, back, events = [] }: SparkCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = events.find(({ slug }) => slug === spark.event);
  return (
    <article className="spark" id={`spark-${spark.id}`} data-part>
      <p className="spark-text">{spark.text === null ? <em>{t('spark.hidden')}</em> : <a href={`/sparks/${spark.id}`}>{spark.text}</a>}</p>
      <p className="quiet">
        {spark.author ?? t('person.unknown')} · <time dateTime={spark.postedAt}>{format.date(spark.postedAt)}</time>
        {event && (
          <>
            {' '}
            · <a href={`/events/${event.slug}`}>{event.name}</a>
          </>
        )}
      </p>
      <div className="spark-foot">
        <SupportButton
          action={`/sparks/${spark.id}`}
          count={spark.supports}
          mine={spark.supported}
          back={`${back}#spark-${spark.id}`}
          of={spark.text ?? ''}
        />
        <a href={`/sparks/${spark.id}#conversation`}>{t('spark.comments', { count: spark.comments })}</a>
      </div>
    </article>
  );
}
