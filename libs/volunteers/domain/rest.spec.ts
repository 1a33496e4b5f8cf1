import { type Stint, tooMuch, USUAL_RULES } from './rest.js';

const stint = (from: string, to: string, demanding = false): Stint => ({
  startsAt: new Date(`2016-06-${from}:00Z`),
  endsAt: new Date(`2016-06-${to}:00Z`),
  demanding,
});
const code = (held: Stint[], wanted: Stint) => tooMuch(held, wanted, USUAL_RULES)?.code;

describe('limits of shifts (SHF-2)', () => {
  it('allows ten hours in a day and not a minute more', () => {
    expect(code([stint('04T08:00', '04T14:00')], stint('04T15:00', '04T19:00'))).toBeUndefined();
    expect(code([stint('04T08:00', '04T14:00')], stint('04T15:00', '04T19:01'))).toBe('TOO_MANY_HOURS');
  });

  it('counts any 24 hours, not calendar days', () => {
    expect(code([stint('04T18:00', '05T00:00')], stint('05T11:00', '05T17:00'))).toBe('TOO_MANY_HOURS');
  });

  it('wants eleven hours of unbroken rest after work began', () => {
    expect(code([stint('04T08:00', '04T10:00')], stint('04T20:00', '04T22:00'))).toBe('TOO_LITTLE_REST');
    expect(code([stint('04T08:00', '04T10:00')], stint('04T18:00', '04T20:00'))).toBeUndefined();
  });

  it('allows two demanding shifts in a row', () => {
    const held = [stint('04T08:00', '04T10:00', true), stint('05T08:00', '05T10:00', true)];
    expect(code(held, stint('06T08:00', '06T10:00', true))).toBe('TOO_DEMANDING');
    expect(code([...held, stint('06T08:00', '06T10:00')], stint('07T08:00', '07T10:00', true))).toBeUndefined();
  });
});
