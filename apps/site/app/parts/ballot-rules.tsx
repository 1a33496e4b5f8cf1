import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { BallotDetailView } from '../views/ballots';
import { useFormat } from './use-format';

/** How this vote is counted, in a few sentences; what was frozen at the opening, for those who recount. */
export function BallotRules({ ballot }: { ballot: BallotDetailView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details>
      <summary>{t('rules.title')}</summary>
      <ul>
        <li>{t(`rules.rule.${ballot.rule}`)}</li>
        <li>{t('rules.onePerson')}</li>
        <li>{t(`rules.tie.${ballot.tieRule}`)}</li>
        <li>{t(`rules.late.${ballot.lateJoiners}`)}</li>
        {ballot.quorum > 0 && <li>{t('rules.quorum', { count: ballot.quorum })}</li>}
        {ballot.electorateSize !== null && (
          <li>{t('rules.electorate', { count: ballot.electorateSize, shown: format.number(ballot.electorateSize) })}</li>
        )}
        {ballot.voters !== null && <li>{t('rules.voters', { count: ballot.voters, shown: format.number(ballot.voters) })}</li>}
      </ul>
      {ballot.rulesHash && (
        <p className="quiet">
          {t('rules.frozen')} <code className="break">{ballot.rulesHash}</code>
        </p>
      )}
      {ballot.lotSeed && (
        <p className="quiet">
          {t('rules.lot')} <code className="break">{ballot.lotSeed}</code>
        </p>
      )}
    </details>
  );
}
