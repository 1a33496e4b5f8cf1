import type { Ballot } from '../casting/ballot.js';
import { canonicalBallot, canonicalJson } from './canonical.js';
import { chainHeads, checkReceipt, commitment, frozenHash, nextHead, receiptCode } from './commitments.js';

const codes = [1, 2, 3].map((seed) => receiptCode(Uint8Array.from({ length: 16 }, (_, at) => seed + at)));
const ballots: Ballot[] = [
  { kind: 'choices', choices: ['b', 'a'] },
  {
    kind: 'ranked',
    ranks: [
      { option: 'x', rank: 2 },
      { option: 'a', rank: 1 },
    ],
  },
  { kind: 'consent', answer: 'block', reason: 'signed by me' },
];

describe('canonical texts', () => {
  it('are equal for equal values however they were written', () => {
    expect(canonicalJson({ b: [1n, 'ü'], a: { d: null, c: undefined } })).toBe('{"a":{"d":null},"b":["1","ü"]}');
    expect(canonicalBallot(ballots[0]!)).toBe('["choices",["a","b"]]');
    expect(canonicalBallot(ballots[1]!)).toBe('["ranked",[["a",1],["x",2]]]');
  });

  it('leave out the reason of a block, which could name its author (VOT-7)', () => {
    expect(canonicalBallot(ballots[2]!)).toBe('["consent","block"]');
  });

  it('freeze the rules of a vote by their hash (VOT-6)', () => {
    const rules = { rule: 'mes_cost_add1u', costs: { a: 100n }, pot: 500n };
    expect(frozenHash({ pot: 500n, costs: { a: 100n }, rule: 'mes_cost_add1u' })).toBe(frozenHash(rules));
    expect(frozenHash({ ...rules, pot: 501n })).not.toBe(frozenHash(rules));
  });
});

describe('receipts', () => {
  const genesis = frozenHash({ vote: 1 });
  const commitments = ballots.map((ballot, at) => commitment(canonicalBallot(ballot), codes[at]!));
  const heads = chainHeads(genesis, commitments);
  const receipt = { code: codes[1]!, position: 2, head: heads[1]! };
  const text = canonicalBallot(ballots[1]!);

  it('prove that a ballot is in the log and was counted', () => {
    expect(heads[0]).toBe(nextHead(genesis, commitments[0]!));
    expect(checkReceipt(receipt, text, { genesis, commitments })).toBe('COUNTED');
    expect(checkReceipt(receipt, text, { genesis, commitments }, [...commitments].sort())).toBe('COUNTED');
  });

  it('fail when a ballot, the code or the log was tampered with', () => {
    expect(checkReceipt(receipt, '["ranked",[["x",1]]]', { genesis, commitments })).toBe('NOT_IN_LOG');
    expect(checkReceipt({ ...receipt, code: codes[0]! }, text, { genesis, commitments })).toBe('NOT_IN_LOG');
    const swapped = [commitments[2]!, commitments[1]!, commitments[0]!];
    expect(checkReceipt(receipt, text, { genesis, commitments: swapped })).toBe('CHAIN_BROKEN');
    expect(checkReceipt(receipt, text, { genesis, commitments }, [commitments[0]!])).toBe('NOT_PUBLISHED');
  });

  it('take codes of 128 bits and hashes only', () => {
    expect(() => receiptCode(new Uint8Array(8))).toThrow(RangeError);
    expect(() => commitment('x', 'short')).toThrow(RangeError);
    expect(() => nextHead('00', commitments[0]!)).toThrow(RangeError);
  });
});
