import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { MyVoteView, MyVotesView } from '../views/ballots';
import { Empty, Late } from './notice';
import { useFormat } from './use-format';

/** Votes in which this person may still cast, and those they took part in. What they chose is nowhere in it. */
export function MyVotes({ votes }: { votes: MyVotesView | null }): ReactNode {
  const { t } = useTranslation();
  if (votes === null) return <Late />;
  if (!votes.items.length) return <Empty step={<a href="/events">{t('home.seeEvents')}</a>}>{t('myVotes.empty')}</Empty>;
  const open = votes.items.filter(({ state }) => state === 'open');
  const over = votes.items.filter(({ state }) => state !== 'open');
  return (
    <>
      {open.length > 0 && <Rows votes={open} />}
      {over.length > 0 && (
        <>
          <h3>{t('myVotes.over')}</h3>
          <Rows votes={over} />
        </>
      )}
    </>
  );
}

function Rows({ votes }: { votes: readonly MyVoteView[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="rows">
      {votes.map(({ id, eventSlug, eventName, title, state, voted, closesAt }) => {
        const path = `/events/${eventSlug}/ballots/${id}`;
        const decided = state === 'closed' || state === 'published';
        return (
          <li key={id}>
            <a href={decided ? `${path}/result` : path}>{title}</a>
            <span className="quiet">{eventName}</span>
            <span className="quiet">
              {t(`ballot.state.${state}`)}
              {state === 'open' && ` · ${t('myVotes.until', { date: format.date(closesAt) })}`}
            </span>
            {state === 'open' && (
              <span className={voted ? 'tag good-tag' : 'tag to-do'}>{t(voted ? 'myVotes.voted' : 'myVotes.notYet')}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
