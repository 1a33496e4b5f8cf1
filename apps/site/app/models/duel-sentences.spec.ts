import { RankedCount, explainRankedPairs, explainSchulze } from '../../../../libs/voting/domain/index.js';
import { rankedSample } from '../../../../libs/voting/domain/spec-support/samples.js';
import { translatorOf } from '../i18n/translator';
import { rankedPairsSentences, schulzeSentences } from './duel-sentences';
import { formatFor } from './format';

const telling = { t: translatorOf('en').t, format: formatFor('en'), titleOf: (id: string): string => id };
const ring = new RankedCount(
  rankedSample('Rock Paper Scissors', ['7: Rock Scissors Paper', '5: Paper Rock Scissors', '6: Scissors Paper Rock']),
);
const clear = new RankedCount(rankedSample('A B', ['3: A B', '1: B A']));
const duelsOf = (count: RankedCount) => ({ options: [...count.instance.candidates], votes: count.pairwise() });

describe('duels in sentences', () => {
  it('say so when an option beats every other', () => {
    expect(schulzeSentences(explainSchulze(clear)[0]!, duelsOf(clear), telling)).toEqual(['“A” beats every other option.']);
    expect(rankedPairsSentences(explainRankedPairs(clear), duelsOf(clear), telling)).toEqual(['“A” beats every other option.']);
  });

  it('else give the chain of duels and its weakest link', () => {
    const [, chain] = schulzeSentences(explainSchulze(ring)[0]!, duelsOf(ring), telling);
    expect(chain).toContain('Against “Paper” it lost 7 to 11');
    expect(chain).toContain('Rock → Scissors → Paper');
    expect(chain).toContain('weakest duel, “Rock” against “Scissors”, was won with 12 ballots');
  });

  it('never say that a chain outweighs one that is as strong', () => {
    const equal = new RankedCount(rankedSample('A B C', ['2: A B C', '2: B A C']));
    expect(explainSchulze(equal)).toHaveLength(2);
    const [first, second] = schulzeSentences(explainSchulze(equal)[0]!, duelsOf(equal), telling);
    expect(first).toContain('are stronger than those of “A”');
    expect(second).toContain('the two stand equal');
  });

  it('name the duel that ranked pairs left out, and the order', () => {
    const sentences = rankedPairsSentences(explainRankedPairs(ring), duelsOf(ring), telling);
    expect(sentences[0]).toContain('No option beats every other');
    expect(sentences[1]).toContain('“Paper” against “Rock” (11 to 7)');
    expect(sentences.at(-1)).toContain('Rock → Scissors → Paper');
  });
});
