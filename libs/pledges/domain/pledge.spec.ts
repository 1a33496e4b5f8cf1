import { faultsOf, move } from '#kernel';
import { GONE, PLEDGE_MOVES, shownOf } from './pledge.js';

describe('the life of a pledge', () => {
  it('has no dead or unknown state', () => {
    expect(faultsOf(PLEDGE_MOVES, 'draft')).toEqual([]);
  });

  it('never goes back from collected to an unpaid state', () => {
    for (const from of ['collected', 'partly_refunded', 'refunded', 'charged_back'] as const) {
      expect(PLEDGE_MOVES[from].filter((to) => ['committed', 'collecting', 'retrying', 'lapsed', 'withdrawn'].includes(to))).toEqual([]);
    }
  });

  it('ends where it ends', () => {
    for (const end of GONE) expect(() => move(PLEDGE_MOVES, end, 'collected')).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }));
  });
});

it('shows no more of a pledge than its backer chose (PLG-2)', () => {
  expect(shownOf('public')).toEqual({ name: true, amount: true });
  expect(shownOf('name_hidden')).toEqual({ name: false, amount: true });
  expect(shownOf('all_hidden')).toEqual({ name: false, amount: false });
});
