/** The phases of a budget process, in their order (PBG-1). */
export const BUDGET_PHASES = [
  'informing',
  'accepting',
  'reviewing',
  'selecting',
  'valuating',
  'publishing_prices',
  'balloting',
  'checking_ballots',
  'finished',
] as const;
export type BudgetPhase = (typeof BUDGET_PHASES)[number];

/** A phase and when it begins; it lasts until the next one begins, so that there is never a gap. */
export interface DeclaredPhase {
  phase: BudgetPhase;
  startsAt: Date;
}

/** What people do in a budget process, and the phases in which they may. */
export const DEEDS = {
  propose: ['accepting'],
  support: ['accepting', 'reviewing', 'selecting'],
  review: ['accepting', 'reviewing', 'selecting'],
  cost: ['reviewing', 'selecting', 'valuating'],
  shortlist: ['selecting', 'valuating', 'publishing_prices'],
  vote: ['balloting'],
} as const satisfies Record<string, readonly BudgetPhase[]>;
export type Deed = keyof typeof DEEDS;

/** What may be done in a phase. */
export const deedsIn = (phase: BudgetPhase): Deed[] =>
  (Object.keys(DEEDS) as Deed[]).filter((deed) => (DEEDS[deed] as readonly BudgetPhase[]).includes(phase));

/** The phase at an instant; null before the first one begins. `phases` ascend. */
export function phaseAt(phases: readonly DeclaredPhase[], now: Date): BudgetPhase | null {
  return phases.findLast((one) => one.startsAt <= now)?.phase ?? null;
}

/** Whether something may be done now: always where no phases are declared. */
export function mayNow(phases: readonly DeclaredPhase[], deed: Deed, now: Date): boolean {
  if (phases.length === 0) return true;
  const phase = phaseAt(phases, now);
  return phase !== null && (DEEDS[deed] as readonly BudgetPhase[]).includes(phase);
}

/** What is wrong with a declaration: phases come once, in their order, each later than the one before, and the last is finished. */
export function faultsOfPhases(phases: readonly DeclaredPhase[]): { pointer: string; message: string }[] {
  const faults = phases.flatMap(({ phase, startsAt }, at) => {
    const before = phases[at - 1];
    if (!before) return [];
    const late = BUDGET_PHASES.indexOf(phase) > BUDGET_PHASES.indexOf(before.phase);
    return [
      ...(late ? [] : [{ pointer: `/phases/${at}/phase`, message: `comes before ${before.phase}` }]),
      ...(startsAt > before.startsAt
        ? []
        : [{ pointer: `/phases/${at}/startsAt`, message: `must be later than ${before.startsAt.toISOString()}` }]),
    ];
  });
  const last = phases.at(-1);
  if (last && last.phase !== 'finished')
    faults.push({ pointer: `/phases/${phases.length - 1}/phase`, message: 'the last phase must be finished' });
  return faults;
}

/** Phases that have begun keep their beginning: a change that moves, adds or drops one of them would rewrite what people were told. */
export function rewritesThePast(known: readonly DeclaredPhase[], wanted: readonly DeclaredPhase[], now: Date): boolean {
  if (known.length === 0) return false;
  const begun = (phases: readonly DeclaredPhase[]): string =>
    phases
      .filter((one) => one.startsAt <= now)
      .map((one) => `${one.phase} ${one.startsAt.getTime()}`)
      .join();
  return begun(known) !== begun(wanted);
}
