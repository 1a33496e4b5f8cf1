import { faultsOf } from '#kernel';
import { EVENT_PHASES, gathersSparks } from './event-phase.js';

describe('the phases of an event', () => {
  it('has no unreachable phase and no unknown target', () => {
    expect(faultsOf(EVENT_PHASES, 'spark')).toEqual([]);
  });

  it('shows sparks in fair order only while they are gathered (SPK-6)', () => {
    expect(gathersSparks('spark')).toBe(true);
    expect(gathersSparks('voting')).toBe(false);
  });
});
