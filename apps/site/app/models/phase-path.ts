/** The way of an event, in order; `archived` is the end of all and no step of its own. */
const PHASES = ['spark', 'proposals', 'voting', 'funding', 'preparing', 'happening', 'outcomes'] as const;

export interface PhaseStep {
  readonly name: (typeof PHASES)[number];
  readonly when: 'done' | 'now' | 'later';
}

/** The steps with where the event stands; an archived event has done them all, an unknown phase none. */
export function phasePath(phase: string): PhaseStep[] {
  const at = phase === 'archived' ? PHASES.length : PHASES.findIndex((name) => name === phase);
  return PHASES.map((name, place) => ({ name, when: place < at ? 'done' : place === at ? 'now' : 'later' }));
}
