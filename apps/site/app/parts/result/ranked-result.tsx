import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { rankedPairsSentences, schulzeSentences } from '../../models/duel-sentences';
import { beatsAll } from '../../models/duel-table';
import { letterOf } from '../../models/flows';
import { ruleName } from '../../models/rule-words';
import type { BallotDetailView } from '../../views/ballots';
import type { RankedResultView } from '../../views/results';
import { useFormat } from '../use-format';
import { DuelsTable } from './duels-table';
import { IrvRounds } from './irv-rounds';
import { StvStages } from './stv-stages';

interface RankedResultProps {
  ballot: BallotDetailView;
  ranked: RankedResultView;
  titleOf: (option: string) => string;
  /** Where every rule stands side by side. */
  comparison: string;
}

/** A ranked vote: rounds or stages as a flow, duels as a table, why the winner won, and what the other rules would have said. */
export function RankedResult({ ballot, ranked, titleOf, comparison }: RankedResultProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const letters = new Map(ballot.options.map(({ optionId }, at) => [optionId, letterOf(at)]));
  const letter = (id: string): string => letters.get(id) ?? '?';
  const telling = { t, format, titleOf };
  const { irv, stv, schulze, rankedPairs, duels } = ranked;
  const decides = ballot.rule;
  const why = [
    ...(decides === 'schulze' ? (schulze ?? []).flatMap((one) => schulzeSentences(one, duels, telling)) : []),
    ...(decides === 'ranked_pairs' && rankedPairs ? rankedPairsSentences(rankedPairs, duels, telling) : []),
  ];
  const best = beatsAll(duels);
  const reading = best ? t('duels.beatsAll', { title: titleOf(best) }) : t('duels.nobodyBeatsAll');
  return (
    <>
      {why.length > 0 && (
        <section aria-labelledby="why">
          <h2 id="why">{t('duels.why')}</h2>
          {why.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      {decides === 'scottish_stv' && stv && <StvStages stv={stv} titleOf={titleOf} letterOf={letter} />}
      {decides === 'irv' && irv && <IrvRounds irv={irv} titleOf={titleOf} letterOf={letter} />}
      {duels.options.length > 1 && <DuelsTable duels={duels} reading={reading} titleOf={titleOf} letterOf={letter} />}
      {ranked.others.length > 0 && (
        <section aria-labelledby="other-rules">
          <h2 id="other-rules">{t('result.othersTitle')}</h2>
          <ul>
            {ranked.others.map(({ rule, winners }) => (
              <li key={rule}>
                {t('result.othersLine', {
                  rule: ruleName(rule, t),
                  titles: winners.length
                    ? format.list(winners.map((id) => t('result.quoted', { title: titleOf(id) })))
                    : t('result.nobody'),
                })}
              </li>
            ))}
          </ul>
          <p>
            <a href={comparison}>{t('compare.link')}</a>
          </p>
        </section>
      )}
    </>
  );
}
