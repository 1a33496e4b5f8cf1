import { atADecentHour, lapseOf, nextReminder, nextTry } from './dunning.js';

const zone = 'Europe/London';
const since = new Date('2026-06-01T10:00:00Z');

describe('the plan for a declined card (DUN-2)', () => {
  it('tries again after 24, 72 and 120 hours, and then no more', () => {
    const hours = [1, 2, 3].map((tries) => (nextTry(since, tries, zone)!.getTime() - since.getTime()) / 3_600_000);
    expect(hours).toEqual([24, 72, 120]);
    expect(nextTry(since, 4, zone)).toBeUndefined();
  });

  it('reminds whoever has to act after 24, 72 and 144 hours', () => {
    const found: number[] = [];
    for (let at = nextReminder(since, since, zone); at; at = nextReminder(since, at, zone))
      found.push((at.getTime() - since.getTime()) / 3_600_000);
    expect(found).toEqual([24, 72, 144]);
  });

  it('lapses after 168 hours', () => {
    expect(lapseOf(since, zone).getTime() - since.getTime()).toBe(168 * 3_600_000);
  });

  it.each([
    ['2026-06-01T21:00:00Z', '2026-06-02T08:00:00.000Z'],
    ['2026-06-02T03:00:00Z', '2026-06-02T08:00:00.000Z'],
    ['2026-06-01T18:59:00Z', '2026-06-01T18:59:00.000Z'],
    ['2026-10-24T21:00:00Z', '2026-10-25T09:00:00.000Z'],
  ])('moves %s to %s: nobody is charged at night', (due, expected) => {
    expect(atADecentHour(new Date(due), zone).toISOString()).toBe(expected);
  });
});
