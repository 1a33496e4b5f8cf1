import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { BallotDetailView } from '../../views/ballots';
import type { BallotResultView } from '../../views/results';
import { useFormat } from '../use-format';

interface NoticesProps {
  ballot: BallotDetailView;
  result: BallotResultView;
  /** There are too few ballots to publish them. */
  tooFew: boolean;
  /** Who may count where only totals are published. */
  auditors: readonly string[];
}

/** What bears on how far this result goes: too few voters, odd ballots, single ballots that stay unpublished. */
export function Notices({ ballot, result, tooFew, auditors }: NoticesProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { balance, quorum, sensitivity } = result;
  return (
    <>
      {!quorum.met && (
        <p className="notice late">
          <strong>{t('result.noQuorum', { count: quorum.needed, voted: format.number(balance.voted) })}</strong> {t('result.noQuorumMeans')}
        </p>
      )}
      {sensitivity && sensitivity.flagged > 0 && (
        <p className={sensitivity.changed ? 'notice late' : 'quiet'}>
          {t(sensitivity.changed ? 'result.sensitive' : 'result.insensitive', { count: sensitivity.flagged })}
        </p>
      )}
      {ballot.talliesOnly ? (
        <p className="quiet">
          {t('result.talliesOnly')} {auditors.length > 0 && t('result.auditors', { names: format.list(auditors) })}
        </p>
      ) : (
        tooFew && <p className="quiet">{t('result.tooFew')}</p>
      )}
    </>
  );
}
