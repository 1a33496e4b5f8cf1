import { faultsOf } from '#kernel';
import { ENTRY_STATES, isLate, refuseUnlessOpen, SHIFT_STATES } from './shift.js';

const startsAt = new Date('2016-06-04T09:00:00Z');

describe('a shift', () => {
  it('has sound state tables', () => {
    expect(faultsOf(SHIFT_STATES, 'draft')).toEqual([]);
    expect(faultsOf(ENTRY_STATES, 'waitlisted')).toEqual([]);
  });

  it('takes people only while it is published and has not started', () => {
    expect(() => refuseUnlessOpen({ state: 'draft', startsAt }, new Date('2016-06-01T00:00:00Z'))).toThrow(
      expect.objectContaining({ code: 'SHIFT_NOT_OPEN' }),
    );
    expect(() => refuseUnlessOpen({ state: 'published', startsAt }, startsAt)).toThrow(expect.objectContaining({ code: 'SHIFT_STARTED' }));
  });

  it('is left late within its last 12 hours (SHF-5)', () => {
    expect(isLate(startsAt, new Date('2016-06-03T21:00:00Z'))).toBe(false);
    expect(isLate(startsAt, new Date('2016-06-03T21:00:01Z'))).toBe(true);
  });
});
