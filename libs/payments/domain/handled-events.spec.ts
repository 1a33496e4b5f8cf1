import { HANDLED_EVENTS, missingFrom } from './handled-events.js';

describe('the endpoint is sent what we handle (CHG-7)', () => {
  it('names each type that is missing', () => {
    const all = Object.keys(HANDLED_EVENTS);
    expect(missingFrom(all)).toEqual([]);
    expect(missingFrom(['*'])).toEqual([]);
    expect(missingFrom(all.filter((t) => t !== 'payout.failed'))).toEqual(['payout.failed']);
  });
});
