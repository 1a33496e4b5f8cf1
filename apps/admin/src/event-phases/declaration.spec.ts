import { faultOf, phasesFrom, wallsOf } from './declaration.js';
import type { BudgetPhases } from './types.js';

const ORDER = ['informing', 'accepting', 'balloting', 'finished'];
const known: BudgetPhases = {
  now: 'informing',
  phases: [
    { phase: 'informing', startsAt: '2027-05-01T08:00:30.500Z', endsAt: '2027-06-01T08:00:00.000Z' },
    { phase: 'finished', startsAt: '2027-06-01T08:00:00.000Z', endsAt: null },
  ],
  meaning: ORDER.map((phase) => ({ phase, allows: [] })),
};

describe('declaring the phases of a budget process (PBG-1)', () => {
  it('shows instants on the wall of the event, and leaves what was not touched as it was', () => {
    const walls = wallsOf(known.phases, 'Europe/London');
    expect(walls).toEqual({ informing: '2027-05-01T09:00', finished: '2027-06-01T09:00' });
    expect(phasesFrom({ ...walls, balloting: '2027-05-20T10:00', finished: '2027-06-02T09:00' }, known, 'Europe/London')).toEqual([
      { phase: 'informing', startsAt: '2027-05-01T08:00:30.500Z' },
      { phase: 'balloting', startsAt: '2027-05-20T09:00:00.000Z' },
      { phase: 'finished', startsAt: '2027-06-02T08:00:00.000Z' },
    ]);
  });

  it('declares nothing when everything was taken out', () => {
    expect(phasesFrom({ informing: null, finished: '' }, known, 'Europe/London')).toEqual([]);
  });

  it('says beside the field when a phase is not later than the one before it, or when the end is missing', () => {
    const walls = { accepting: '2027-05-03T09:00', balloting: '2027-05-03T09:00' };
    expect(faultOf('accepting', walls, ORDER)).toBeUndefined();
    expect(faultOf('balloting', walls, ORDER)).toBe('budget_phases.too_early');
    expect(faultOf('finished', walls, ORDER)).toBe('budget_phases.needs_end');
    expect(faultOf('finished', {}, ORDER)).toBeUndefined();
  });
});
