import type { TFunction } from 'i18next';
import type { DuelsView, RankedPairsView, SchulzeView } from '../views/results';
import { beatsAll } from './duel-table';
import type { Format } from './format';

export interface DuelTelling {
  readonly t: TFunction;
  readonly format: Format;
  readonly titleOf: (id: string) => string;
}

/** Why somebody won by Schulze's method: beats every other, or the chains of duels that outweigh those that were lost. */
export function schulzeSentences(schulze: SchulzeView, { t, format, titleOf }: DuelTelling): string[] {
  const title = titleOf(schulze.winner);
  if (schulze.beatsEveryOther) return [t('duels.beatsAll', { title })];
  return [
    t('duels.beatsNotAll', { title }),
    ...schulze.duels
      .filter(({ outcome }) => outcome !== 'WON')
      .map((duel) =>
        t(duel.outcome === 'LOST' ? 'duels.lostBut' : 'duels.tiedBut', {
          against: titleOf(duel.against),
          votes: format.number(duel.votesFor),
          other: format.number(duel.votesAgainst),
          chain: duel.chain.map(titleOf).join(' → '),
          strength: format.number(duel.chainStrength),
          reverse: format.number(duel.reverseStrength),
        }),
      ),
  ];
}

/** Why the order of ranked pairs is as it is. */
export function rankedPairsSentences(pairs: RankedPairsView, duels: DuelsView, { t, format, titleOf }: DuelTelling): string[] {
  const [winner] = pairs.winners;
  const first =
    winner === undefined ? [] : [t(beatsAll(duels) === winner ? 'duels.beatsAll' : 'duels.pairsFirst', { title: titleOf(winner) })];
  const out = pairs.leftOut.map((duel) =>
    t('duels.leftOut', {
      winner: titleOf(duel.winner),
      loser: titleOf(duel.loser),
      votes: format.number(duel.votes),
      other: format.number(duel.against),
    }),
  );
  const order = pairs.order.length > 2 ? [t('duels.order', { titles: pairs.order.map(titleOf).join(' → ') })] : [];
  return [...first, ...out, ...order];
}
