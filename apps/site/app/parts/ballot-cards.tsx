import type { ReactNode } from 'react';
import { toneOf } from '../models/tones';
import type { BallotsPageView } from '../views/ballots';
import { useEvent } from './event-context';
import { useFormat } from './use-format';
import { useTranslation } from './use-translation';

/** Some of an event's votes under a heading; nothing without any. */
export function BallotCards({ title, ballots }: { title: string; ballots: BallotsPageView['items'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = useEvent();
  if (!ballots.length) return null;
  const path = `/events/${event.slug}/ballots`;
  return (
    <section>
      <h2>{title}</h2>
      <div className="cards">
        {ballots.map((ballot) => {
          const decided = ballot.state === 'closed' || ballot.state === 'published';
          return (
            <article key={ballot.id} className="card whole">
              <p className={`tag ${toneOf(decided ? 'decided' : ballot.state)}`}>{t(`ballot.state.${ballot.state}`)}</p>
              <h3>
                <a href={decided ? `${path}/${ballot.id}/result` : `${path}/${ballot.id}`}>{ballot.title}</a>
              </h3>
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
    </section>
  );
}
