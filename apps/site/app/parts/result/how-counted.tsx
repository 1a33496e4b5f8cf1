import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { sayAmount } from '../../models/result-sentences';
import { ruleSentences } from '../../models/rule-words';
import type { BallotDetailView } from '../../views/ballots';
import type { RuleResultView } from '../../views/results';
import { useFormat } from '../use-format';

interface HowCountedProps {
  ballot: BallotDetailView;
  official?: RuleResultView | undefined;
  /** Whether a tie or the lot mattered; null where the rounds below tell it, or nothing can be tied. */
  ties: { tieMattered: boolean; lotMattered: boolean } | null;
}

/** The rule in two sentences, its parameters, and whether a tie or the lot mattered. */
export function HowCounted({ ballot, official, ties }: HowCountedProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const say = (amount: string): string => sayAmount(amount, ballot.pot?.currency ?? 'GBP', format);
  return (
    <section aria-labelledby="how-counted">
      <h2 id="how-counted">{t('result.howTitle')}</h2>
      <p>{ruleSentences(ballot.rule, ballot.method, t)}</p>
      {official?.endowment && (
        <p>
          {t('result.virtual', { share: say(official.endowment) })}{' '}
          {ballot.increment &&
            official.runs !== null &&
            official.runs > 1 &&
            t('result.raised', { count: official.runs - 1, step: format.money(ballot.increment) })}
        </p>
      )}
      {official?.everythingFits && <p>{t('result.everythingFits')}</p>}
      {ties && <p>{t(ties.lotMattered ? 'result.lotMattered' : ties.tieMattered ? 'result.tieMattered' : 'result.noTie')}</p>}
    </section>
  );
}
