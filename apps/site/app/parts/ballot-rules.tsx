import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { frozenSentences } from '../models/frozen-words';
import type { BallotDetailView } from '../views/ballots';
import { useEvent } from './event-context';
import { useFormat } from './use-format';

/** How this vote is counted: every frozen parameter in a plain sentence, and the fingerprint for those who recount. */
export function BallotRules({ ballot }: { ballot: BallotDetailView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useEvent();
  return (
    <details>
      <summary>{t('rules.title')}</summary>
      <ul>
        {frozenSentences(ballot, t, format, timeZone).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
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
