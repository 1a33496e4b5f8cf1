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
export function schulzeSentences(schulze: SchulzeView, duels: DuelsView, { t, format, titleOf }: DuelTelling): string[] {
  const title = titleOf(schulze.winner);
  if (schulze.beatsEveryOther) return [t('duels.beatsAll', { title })];
  return [
    t(schulze.duels.some(isEqual) ? 'duels.unbeaten' : 'duels.beatsNotAll', { title }),
    ...schulze.duels
      .filter(({ outcome }) => outcome !== 'WON')
      .map((duel) => {
        const own = { against: titleOf(duel.against), votes: format.number(duel.votesFor), other: format.number(duel.votesAgainst) };
        const link = weakestLink(duel.chain, duels);
        if (!link || isEqual(duel)) return t('duels.equal', own);
        return t(duel.outcome === 'LOST' ? 'duels.lostBut' : 'duels.tiedBut', {
          ...own,
          chain: duel.chain.map(titleOf).join(' → '),
          ...{ link: titleOf(link[0]), loser: titleOf(link[1]) },
          strength: format.number(duel.chainStrength),
          reverse: format.number(duel.reverseStrength),
        });
      }),
  ];
}

/** Neither chain is stronger: both may win. */
const isEqual = ({ chainStrength, reverseStrength }: SchulzeView['duels'][number]): boolean => chainStrength <= reverseStrength;

/** The duel of a chain that was won with the fewest ballots; undefined without a chain. */
function weakestLink(chain: readonly string[], { options, votes }: DuelsView): [string, string] | undefined {
  const links = chain.slice(1).map((loser, at): [string, string] => [chain[at]!, loser]);
  const strength = ([winner, loser]: [string, string]): number => votes[options.indexOf(winner)]?.[options.indexOf(loser)] ?? 0;
  return links.sort((a, b) => strength(a) - strength(b))[0];
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
