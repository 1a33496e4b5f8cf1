import { faultsOf } from '#kernel';
import { BANK_LINE_MOVES } from './bank-line.js';
import { EXPENSE_MOVES, checkSecondPerson, checkWithinBudget } from './expense.js';

it('leave no state of a bank line or an expense out of reach (G2)', () => {
  expect(faultsOf(BANK_LINE_MOVES, 'new')).toEqual([]);
  expect(faultsOf(EXPENSE_MOVES, 'submitted')).toEqual([]);
});

it('refuse a decision on one’s own expense (EXP-1)', () => {
  expect(() => checkSecondPerson('ann', 'ann')).toThrow(expect.objectContaining({ code: 'NEEDS_SECOND_PERSON' }));
  expect(() => checkSecondPerson('ann', 'bob')).not.toThrow();
});

it('refuse more than a budget line has left, unless someone says why (EXP-5)', () => {
  const line = { planned: 100n, metInKind: 10n, committed: 20n, actual: 30n };
  expect(() => checkWithinBudget(line, 40n, '')).not.toThrow();
  expect(() => checkWithinBudget(line, 41n, '')).toThrow(
    expect.objectContaining({ code: 'BUDGET_LINE_EXCEEDED', details: { left: 40, amount: 41 } }),
  );
  expect(() => checkWithinBudget(line, 41n, 'prices rose')).not.toThrow();
});
