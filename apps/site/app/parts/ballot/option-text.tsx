import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { BallotOptionView } from '../../views/ballots';
import { useEvent } from '../event-context';
import { useFormat } from '../use-format';

/** An option's name with its cost, its date, and whether it was withdrawn. */
export function OptionText({ option, children }: { option: BallotOptionView; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useEvent();
  const when = option.startsAt && format.dateTime(option.startsAt, timeZone);
  return (
    <>
      <span>{when || option.title}</span>
      <small>
        {when && option.title !== option.startsAt && <span>{option.title} </span>}
        {option.cost && <span className="money">{format.money(option.cost)}</span>}
        {option.withdrawn && <span> · {t('ballot.withdrawn')}</span>}
        {children}
      </small>
    </>
  );
}

/** Where an option that is a proposal can be read. */
export function ReadMore({ option }: { option: BallotOptionView }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useEvent();
  if (!option.proposalId) return null;
  return (
    <a className="more" href={`/events/${slug}/proposals/${option.proposalId}`}>
      {t('ballot.read')}
      <span className="sr">: {option.title}</span>
    </a>
  );
}
