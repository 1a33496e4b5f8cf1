import { mayChange, stepsFrom as stepsOf } from './steps.js';

const stepsFrom = (state: string) => stepsOf(state, ['treasurer']);

describe('what people may ask of a campaign', () => {
  it('is submitted by one and approved by another', () => {
    expect(stepsFrom('draft').map(({ name }) => name)).toEqual(['submit']);
    expect(stepsFrom('in_review').map(({ name }) => name)).toContain('approve');
  });

  it('asks before what cannot be undone, or wants a reason', () => {
    for (const state of ['live', 'collected']) for (const step of stepsFrom(state)) expect(step.confirm ?? step.reason).toBe(true);
  });

  it('offers an organiser nothing that is the treasurer’s', () => {
    expect(stepsOf('live', ['organiser'])).toEqual([]);
    expect(stepsOf('collected', ['owner'])).toEqual([]);
    expect(stepsOf('live', ['owner']).map(({ name }) => name)).toEqual(['cancel']);
  });

  it('leaves the rest to the clock', () => {
    for (const state of ['scheduled', 'evaluating', 'succeeded', 'failed', 'collecting', 'released']) expect(stepsFrom(state)).toEqual([]);
  });

  it('stays as it is while it is reviewed and once it has ended', () => {
    for (const state of ['in_review', 'succeeded', 'failed', 'settled']) expect(mayChange(state)).toBe(false);
  });
});
