import { stepsFrom } from './steps.js';

describe('what people may ask of a campaign', () => {
  it('is submitted by one and approved by another', () => {
    expect(stepsFrom('draft').map(({ name }) => name)).toEqual(['submit']);
    expect(stepsFrom('in_review').map(({ name }) => name)).toContain('approve');
  });

  it('asks before what cannot be undone', () => {
    for (const state of ['live', 'collected']) for (const step of stepsFrom(state)) expect(step.confirm).toBe(true);
  });

  it('leaves the rest to the clock', () => {
    for (const state of ['scheduled', 'evaluating', 'succeeded', 'failed', 'collecting', 'released']) expect(stepsFrom(state)).toEqual([]);
  });
});
