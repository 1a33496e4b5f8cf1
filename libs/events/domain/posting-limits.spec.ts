import { PER_PERSON, waitBeforePosting } from './posting-limits.js';

describe('how often one may post (SPK-4)', () => {
  const now = new Date('2016-03-01T12:00:00Z');
  const minutesAgo = (...minutes: number[]): Date[] => minutes.map((m) => new Date(now.getTime() - m * 60_000));

  it('lets five through in an hour', () => {
    expect(waitBeforePosting(minutesAgo(1, 2, 3, 4), PER_PERSON, now)).toBe(0);
  });

  it('says when the sixth may come', () => {
    expect(waitBeforePosting(minutesAgo(1, 2, 3, 4, 50), PER_PERSON, now)).toBe(10 * 60);
    expect(waitBeforePosting(minutesAgo(1, 2, 3, 4, 60), PER_PERSON, now)).toBe(0);
  });

  it('lets twenty through in a day', () => {
    const spread = minutesAgo(...Array.from({ length: 20 }, (_, i) => 61 + i * 20));
    expect(waitBeforePosting(spread, PER_PERSON, now)).toBe((24 * 60 - 61 - 19 * 20) * 60);
  });
});
