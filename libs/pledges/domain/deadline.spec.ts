import { instantOf } from './deadline.js';

describe('a deadline as people agreed on it (G5)', () => {
  it('follows summer time', () => {
    expect(instantOf('2026-06-01T22:00', 'Europe/London').toISOString()).toBe('2026-06-01T21:00:00.000Z');
    expect(instantOf('2026-12-01T22:00', 'Europe/London').toISOString()).toBe('2026-12-01T22:00:00.000Z');
  });

  it('means the later one of a time that happens twice', () => {
    expect(instantOf('2026-10-25T01:30', 'Europe/London').toISOString()).toBe('2026-10-25T01:30:00.000Z');
  });

  it('refuses a time that is skipped, and what is no time', () => {
    expect(() => instantOf('2026-03-29T01:30', 'Europe/London')).toThrow('the clocks change then');
    expect(() => instantOf('2026-13-01T22:00', 'Europe/London')).toThrow('must be a local time');
  });
});
