import { dueDay } from './due.js';

describe('when a task is due (TSK-5)', () => {
  it('counts days before the event across months and leap days', () => {
    expect(dueDay({ dueOn: null, dueDaysBefore: 21 }, '2016-06-04')).toBe('2016-05-14');
    expect(dueDay({ dueOn: null, dueDaysBefore: 1 }, '2016-03-01')).toBe('2016-02-29');
    expect(dueDay({ dueOn: null, dueDaysBefore: -3 }, '2016-06-04')).toBe('2016-06-07');
  });

  it('prefers its own day, and knows none while the event has none', () => {
    expect(dueDay({ dueOn: '2016-05-01', dueDaysBefore: null }, '2016-06-04')).toBe('2016-05-01');
    expect(dueDay({ dueOn: null, dueDaysBefore: 21 }, null)).toBeUndefined();
  });
});
