import type { RankedInstance } from '../instance.js';
import { irv } from './irv.js';
import { scottishStv } from './scottish-stv.js';

/** Ballots such as `3 a>b`, over candidates a, b, c, d in this order of the lot. */
function votes(...lines: string[]): RankedInstance {
  const ballots = lines.map((line) => {
    const [count, order = ''] = line.split(' ');
    return { count: Number(count), ranks: order.split('>').map((name) => ['abcd'.indexOf(name)]) };
  });
  return { kind: 'ranked', candidates: ['a', 'b', 'c', 'd'], ballots, meta: {} };
}

describe('what settled ties in rounds', () => {
  it('is nothing where nobody stood equal before it was decided', () => {
    const clear = votes('5 a', '3 b', '2 c>b', '1 d>b');
    expect([irv(clear).settledBy, scottishStv(clear, 2).settledBy]).toEqual([null, null]);
    // Equal ones that drop out after the majority was reached decide nothing.
    expect(irv(votes('9 a', '1 b', '1 c', '1 d')).settledBy).toBeNull();
  });

  it('is the lot where no earlier round tells them apart', () => {
    const equal = votes('4 a', '3 b', '2 c>a', '2 d>b');
    expect([irv(equal).settledBy, scottishStv(equal, 1).settledBy]).toEqual(['LOT', 'LOT']);
    expect(irv(votes('2 a', '2 b', '1 c')).settledBy).toBe('LOT');
  });

  it('is the rule where an earlier round does', () => {
    // b and c stand equal in the second round; in the first one c had fewer.
    const told = votes('5 a', '4 b>c', '3 c>b', '1 d>c');
    expect([irv(told).settledBy, scottishStv(told, 1).settledBy]).toEqual(['RULE', 'RULE']);
  });
});
