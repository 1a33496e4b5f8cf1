import { translatorOf } from '../i18n/translator';
import { faultsOf } from './faults';
import { formatFor } from './format';
import { withRoom } from './room';

const problem = (code: string, details: object) => ({ status: 409, code, title: '', detail: '', requestId: '', details: { ...details } });
const told = (language: 'en' | 'fr', code: string, details: object): string | undefined =>
  faultsOf(withRoom(problem(code, details), formatFor(language)), translatorOf(language).t).general;

describe('a pledge for which there is no room (PBG-5)', () => {
  it('hears what is still possible, in both languages', () => {
    expect(told('en', 'TARGET_REACHED', { left: 4_000, currency: 'GBP' })).toBe('£40.00 is left to pledge.');
    expect(told('fr', 'TARGET_REACHED', { left: 4_000, currency: 'GBP' })).toMatch(/^Il reste 40,00.£ à promettre\.$/);
  });

  it('hears that all is pledged, and what one person may', () => {
    expect(told('en', 'TARGET_REACHED', { left: 0, currency: 'GBP' })).toMatch(/^Everything that may be pledged is pledged/);
    expect(told('en', 'BACKER_CAP', { left: 200, cap: 5_000, currency: 'GBP' })).toBe(
      'One person may pledge £50.00 here in all; £2.00 of it is left for you.',
    );
    expect(told('en', 'BACKER_CAP', { left: 0, cap: 5_000, currency: 'GBP' })).toBe(
      'One person may pledge £50.00 here in all, and you have.',
    );
    expect(told('en', 'BACKER_CAP', { cap: 5_000, currency: 'GBP' })).toBe(
      'One person may pledge £50.00 here in all, with every pledge they have made.',
    );
  });

  it('leaves every other refusal alone', () => {
    const other = problem('TIER_SOLD_OUT', { left: 1 });
    expect(withRoom(other, formatFor('en'))).toBe(other);
  });
});
