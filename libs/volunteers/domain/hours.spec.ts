import { faultsOf } from '#kernel';
import { decideHours, HOURS_STATES, inHundredths, worthOf } from './hours.js';

describe('hours given', () => {
  it('have a sound state table', () => {
    expect(faultsOf(HOURS_STATES, 'logged')).toEqual([]);
  });

  it('are never confirmed by the person who gave them (HRS-1)', () => {
    expect(() => decideHours({ state: 'logged', personId: 'ann' }, 'confirmed', 'ann', undefined)).toThrow(
      expect.objectContaining({ code: 'NOT_YOUR_OWN_HOURS' }),
    );
    expect(decideHours({ state: 'logged', personId: 'ann' }, 'confirmed', 'ben', undefined)).toBe('confirmed');
  });

  it('are rejected with a reason, and decided once', () => {
    expect(() => decideHours({ state: 'logged', personId: 'ann' }, 'rejected', 'ben', undefined)).toThrow(
      expect.objectContaining({ code: 'HOURS_REASON_NEEDED' }),
    );
    expect(() => decideHours({ state: 'confirmed', personId: 'ann' }, 'rejected', 'ben', 'no')).toThrow(
      expect.objectContaining({ code: 'WRONG_STATE' }),
    );
  });

  it('become hundredths of an hour exactly', () => {
    expect(inHundredths(750)).toBe(1_250n);
    expect(inHundredths(15)).toBe(25n);
  });

  it('are worth their share of the hourly rate', () => {
    expect(worthOf(90, 1_200n)).toBe(1_800n);
  });
});
