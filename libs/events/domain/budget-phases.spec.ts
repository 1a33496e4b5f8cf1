import { BUDGET_PHASES, DEEDS, type DeclaredPhase, deedsIn, faultsOfPhases, mayNow, phaseAt, rewritesThePast } from './budget-phases.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 4, day));
const whole: DeclaredPhase[] = BUDGET_PHASES.map((phase, day) => ({ phase, startsAt: at(day + 1) }));

describe('the phases of a budget process (PBG-1)', () => {
  it('are contiguous: each lasts until the next begins', () => {
    expect(phaseAt(whole, new Date(at(1).getTime() - 1))).toBeNull();
    expect(phaseAt(whole, at(1))).toBe('informing');
    expect(phaseAt(whole, new Date(at(8).getTime() - 1))).toBe('balloting');
    expect(phaseAt(whole, at(8))).toBe('checking_ballots');
    expect(phaseAt(whole, at(400))).toBe('finished');
  });

  it('come in their order, each later than the one before, and end with finished', () => {
    expect(faultsOfPhases(whole)).toEqual([]);
    expect(faultsOfPhases([])).toEqual([]);
    expect(faultsOfPhases([whole[1]!, whole[6]!, whole[8]!])).toEqual([]);
    expect(faultsOfPhases([whole[6]!, { phase: 'accepting', startsAt: at(7) }, whole[8]!])).toEqual([
      { pointer: '/phases/1/phase', message: 'comes before balloting' },
      { pointer: '/phases/1/startsAt', message: 'must be later than 2026-05-07T00:00:00.000Z' },
    ]);
    expect(faultsOfPhases(whole.slice(0, 3))).toEqual([{ pointer: '/phases/2/phase', message: 'the last phase must be finished' }]);
  });

  it('say what may be done when; without phases everything may', () => {
    const phasesFor = (deed: keyof typeof DEEDS) => whole.filter((one) => mayNow(whole, deed, one.startsAt)).map((one) => one.phase);
    expect(phasesFor('propose')).toEqual(['accepting']);
    expect(phasesFor('support')).toEqual(['accepting', 'reviewing', 'selecting']);
    expect(phasesFor('vote')).toEqual(['balloting']);
    expect(deedsIn('reviewing')).toEqual(['support', 'review', 'cost']);
    expect(deedsIn('finished')).toEqual([]);
    expect(mayNow(whole, 'propose', at(-5))).toBe(false);
    expect(mayNow([], 'vote', at(1))).toBe(true);
  });

  it('keep the past: what has begun is not moved', () => {
    const later = whole.map((one) => (one.phase === 'finished' ? { ...one, startsAt: at(20) } : one));
    expect(rewritesThePast(whole, later, at(3))).toBe(false);
    expect(rewritesThePast(whole, later.slice(1), at(3))).toBe(true);
    expect(rewritesThePast(whole, [], at(3))).toBe(true);
    expect(rewritesThePast([], later, at(30))).toBe(false);
  });
});
