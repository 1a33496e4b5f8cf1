import { money } from '#kernel';
import { settled } from './declaration.js';
import { type FrozenRules, defaultIncrement, freeze, inLotOrder } from './frozen-rules.js';

const at = (minute: number): Date => new Date(Date.UTC(2016, 2, 1, 10, minute));
const option = (optionId: string, minute: number) => ({
  optionId,
  proposalId: optionId,
  title: optionId,
  cost: money(100n, 'GBP'),
  startsAt: null,
  publishedAt: at(minute),
});
const options = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => option(id, i % 2));

describe('the lot (VOT-9)', () => {
  it('is the same whatever order the options come in, and another for another seed', () => {
    const drawn = inLotOrder(options, 'seed', 'cost_votes_lot').map((o) => o.optionId);
    expect(inLotOrder([...options].reverse(), 'seed', 'cost_votes_lot').map((o) => o.optionId)).toEqual(drawn);
    expect(inLotOrder(options, 'another', 'cost_votes_lot').map((o) => o.optionId)).not.toEqual(drawn);
  });

  it('comes after the date of publication where the vote says so', () => {
    const drawn = inLotOrder(options, 'seed', 'cost_votes_lot').map((o) => o.optionId);
    const published = inLotOrder(options, 'seed', 'cost_votes_published').map((o) => o.optionId);
    expect(published).toEqual([...drawn.filter((id) => 'ace'.includes(id)), ...drawn.filter((id) => 'bdf'.includes(id))]);
  });
});

describe('the step of equal shares', () => {
  it('is one unit, or a hundredth of the first share in whole units', () => {
    expect(defaultIncrement(money(1_000_00n, 'GBP'), 250)).toBe(100n);
    expect(defaultIncrement(money(100_000_00n, 'EUR'), 84)).toBe(1100n);
    expect(defaultIncrement(money(1_000n, 'JPY'), 2)).toBe(5n);
    expect(defaultIncrement(money(1_000n, 'GBP'), 0)).toBe(100n);
  });
});

describe('frozen rules (VOT-6)', () => {
  const draft = { title: 'What we do', pot: money(1_000n, 'GBP'), proposalIds: options.map((o) => o.optionId), closesAt: at(59) };
  const rules: FrozenRules = { ...settled(draft, 'GBP'), ballotId: 'b', event: 'wgt26', lotSeed: 'seed', electorate: 84, options };

  it('have one hash, which any change moves', () => {
    const { hash } = freeze(rules);
    expect(freeze({ ...rules }).hash).toBe(hash);
    const changes: Partial<FrozenRules>[] = [
      { potMinor: 1_001n },
      { maxChoices: 5 },
      { minSpendMinor: 500n },
      { rule: 'greedy_votes' },
      { options: [...options].reverse() },
      { electorate: 85 },
    ];
    for (const change of changes) expect(freeze({ ...rules, ...change }).hash).not.toBe(hash);
  });

  it('hold no minimum by default, neither of choices nor of what is spent (PBG-3)', () => {
    expect(settled({ ...draft, method: 'knapsack' }, 'GBP')).toMatchObject({ minChoices: 0, minSpendMinor: null });
    expect(freeze(rules).text).toContain('"minSpendMinor":null');
    expect(freeze({ ...rules, minSpendMinor: 500n }).text).toContain('"minSpendMinor":"500"');
  });
});
