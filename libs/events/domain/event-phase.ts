import type { StateTable } from '#kernel';

/** How far a gathering has come. Organisers move it; one step back is allowed, for a step taken too early. */
export type EventPhase = 'spark' | 'proposals' | 'voting' | 'funding' | 'preparing' | 'happening' | 'outcomes' | 'archived';

export const EVENT_PHASES: StateTable<EventPhase> = {
  spark: ['proposals'],
  proposals: ['voting', 'spark'],
  voting: ['funding', 'proposals'],
  funding: ['preparing', 'voting'],
  preparing: ['happening', 'funding'],
  happening: ['outcomes'],
  outcomes: ['archived'],
  archived: [],
};

/** While sparks are gathered everyone sees them in an order of their own; afterwards the most supported come first (SPK-6). */
export const gathersSparks = (phase: EventPhase): boolean => phase === 'spark' || phase === 'proposals';
