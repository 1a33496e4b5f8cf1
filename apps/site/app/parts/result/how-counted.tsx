import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { exponentOf } from '../../models/format';
import { sharesOf } from '../../models/payers';
import { sayAmount } from '../../models/result-sentences';
import { ruleSentences } from '../../models/rule-words';
import type { BallotDetailView } from '../../views/ballots';
import type { RuleResultView } from '../../views/results';
import { useFormat } from '../use-format';

interface HowCountedProps {
  ballot: BallotDetailView;
  official?: RuleResultView | undefined;
  /** Whether a tie or the lot mattered; null where nothing can be tied. */
  ties: { tieMattered: boolean; lotMattered: boolean } | null;
}

/** The rule in two sentences, its parameters, and whether a tie or the lot mattered. */
export function HowCounted({ ballot, official, ties }: HowCountedProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = ballot.pot?.currency ?? 'GBP';
  const shares = official && sharesOf(official, exponentOf(currency));
  const money = (amount: number): string => format.money({ amount, currency });
  const say = (amount: string): string => sayAmount(amount, currency, format);
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
            t('result.raised', { count: official.runs - 1, step: format.money(ballot.increment) })}{' '}
          {shares &&
            t('result.sharesAddUp', {
              ...{ bought: money(shares.bought), left: money(shares.left) },
              ...{ voters: format.number(official.ballots), share: say(official.endowment) },
            })}
        </p>
      )}
      {official?.everythingFits && <p>{t('result.everythingFits')}</p>}
      {ties && <p>{t(ties.lotMattered ? 'result.lotMattered' : ties.tieMattered ? 'result.tieMattered' : 'result.noTie')}</p>}
    </section>
  );
}
