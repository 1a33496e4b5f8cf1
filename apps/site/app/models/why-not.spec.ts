import { basketOf } from './knapsack';
import { type Standing, whyNot, whyNotAtAll } from './why-not';

const options = [
  { id: 'hall', cost: 600, withdrawn: false },
  { id: 'band', cost: 500, withdrawn: false },
  { id: 'tea', cost: 50, withdrawn: false },
  { id: 'boat', cost: 10, withdrawn: true },
];
const standing: Standing = { state: 'open', phase: null, signedIn: true, eligible: true };

/** The codes of all options once some are chosen. */
function codes(facts: Partial<Standing>, chosen: string[] = [], most = 4): (string | null)[] {
  const picked = new Set(chosen);
  const basket = basketOf(options, picked, 1_000);
  const atAll = whyNotAtAll({ ...standing, ...facts });
  return options.map((option) => whyNot(option, atAll, picked, most, basket));
}

describe('why an option cannot be added to a knapsack ballot (PBG-2)', () => {
  it('is said of no option that can, and of each that was withdrawn', () => {
    expect(codes({})).toEqual([null, null, null, 'WITHDRAWN']);
    expect(codes({ phase: 'balloting' })).toEqual([null, null, null, 'WITHDRAWN']);
  });

  it('is that not enough is left, or that as many as allowed are chosen; what is chosen stays', () => {
    expect(codes({}, ['hall'])).toEqual([null, 'NOT_ENOUGH_LEFT', null, 'WITHDRAWN']);
    expect(codes({}, ['hall'], 1)).toEqual([null, 'TOO_MANY', 'TOO_MANY', 'WITHDRAWN']);
  });

  it.each([
    [{ state: 'draft' }, 'VOTE_NOT_OPEN'],
    [{ state: 'closing' }, 'VOTE_CLOSED'],
    [{ state: 'published', signedIn: false }, 'VOTE_CLOSED'],
    [{ phase: 'valuating' }, 'PHASE_CLOSED'],
    [{ phase: 'checking_ballots', eligible: false }, 'PHASE_CLOSED'],
  ])('is, where it is no time to vote, the same for all: %j', (facts, code) => {
    expect(codes(facts, ['hall'])).toEqual([code, code, code, 'WITHDRAWN']);
  });

  it.each([
    [{ signedIn: false, eligible: false }, 'NOT_SIGNED_IN'],
    [{ eligible: false }, 'NOT_ELIGIBLE'],
  ])('is, without a vote of one’s own, that; with a code one may choose what fits: %j', (facts, code) => {
    expect(codes(facts)).toEqual([code, code, code, 'WITHDRAWN']);
    expect(codes(facts, ['hall'])).toEqual([null, 'NOT_ENOUGH_LEFT', code, 'WITHDRAWN']);
  });
});
