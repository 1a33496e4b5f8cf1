import { hoursText, minutesOf } from './minutes.js';

describe('hours as people type and read them', () => {
  it('keeps whole quarters of an hour', () => {
    expect([2.5, 0.25, 1.1].map(minutesOf)).toEqual([150, 15, 60]);
  });

  it('says whole hours without minutes', () => {
    const t = (key: string, figures: Record<string, number>) => `${key} ${Object.values(figures).join('/')}`;
    expect(hoursText(120, t)).toBe('hours.whole 2');
    expect(hoursText(150, t)).toBe('hours.and_minutes 2/30');
  });
});
