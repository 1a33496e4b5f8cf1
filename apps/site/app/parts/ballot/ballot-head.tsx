import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { BallotDetailView } from '../../views/ballots';
import { useEvent } from '../event-context';
import { useFormat } from '../use-format';

/** Where a vote stands: its state, the pot, until when, and where the result is. */
export function BallotHead({ ballot, path }: { ballot: BallotDetailView; path: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useEvent();
  return (
    <>
      <p>
        <span className="tag">{t(`ballot.state.${ballot.state}`)}</span>{' '}
        <span className="tag quiet-tag">{t(`method.${ballot.method}`)}</span>{' '}
        {ballot.pot && t('ballot.pot', { pot: format.money(ballot.pot) })}{' '}
        {ballot.closedAt
          ? t('ballot.closedOn', { date: format.dateTime(ballot.closedAt, timeZone) })
          : t('ballot.closesOn', { date: format.dateTime(ballot.closesAt, timeZone) })}
      </p>
      {ballot.voidedBecause && <p className="notice bad">{t('ballot.voided', { because: ballot.voidedBecause })}</p>}
      {(ballot.state === 'closed' || ballot.state === 'published') && (
        <p className="notice good">
          <a href={`${path}/result`}>{t('ballot.seeResult')}</a>
        </p>
      )}
    </>
  );
}
