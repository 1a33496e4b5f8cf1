import { hidesByReports, weighs } from './moderation.js';

describe('reports (DSC-2)', () => {
  const now = new Date('2016-03-02T10:00:00Z');

  it('weigh from accounts confirmed for 24 hours', () => {
    expect(weighs(null, now)).toBe(false);
    expect(weighs(new Date('2016-03-01T10:00:00.001Z'), now)).toBe(false);
    expect(weighs(new Date('2016-03-01T10:00:00Z'), now)).toBe(true);
  });

  it('hide at three', () => {
    expect([2, 3, 4].map(hidesByReports)).toEqual([false, true, true]);
  });
});
