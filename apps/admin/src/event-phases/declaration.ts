import { instantOf, wallOf } from '../common/format.js';
import type { BudgetPhases, DeclaredPhase } from './types.js';

type Walls = Record<string, unknown>;

/** What the form begins with: for each declared phase the date and clock time where the event takes place. */
export const wallsOf = (phases: readonly DeclaredPhase[], timeZone: string): Record<string, string> =>
  Object.fromEntries(phases.map(({ phase, startsAt }) => [phase, wallOf(startsAt, timeZone)]));

/** What a filled-in form declares, in order. A time that was left alone stays the same to the second, as those of phases that have begun must. */
export function phasesFrom(walls: Walls, { phases, meaning }: BudgetPhases, timeZone: string): { phase: string; startsAt: string }[] {
  const known = new Map(phases.map(({ phase, startsAt }) => [phase, startsAt]));
  return meaning.flatMap(({ phase }) => {
    const wall = String(walls[phase] ?? '').slice(0, 16);
    if (!wall) return [];
    const before = known.get(phase);
    const same = before !== undefined && wallOf(before, timeZone) === wall;
    return [{ phase, startsAt: same ? before : instantOf(wall, timeZone) }];
  });
}

/** What is wrong with the time of a phase beside the others, as a translation key. */
export function faultOf(phase: string, walls: Walls, order: readonly string[]): string | undefined {
  const wall = walls[phase];
  const before = order.slice(0, order.indexOf(phase)).findLast((other) => walls[other]);
  if (wall) return before && String(wall) <= String(walls[before]) ? 'budget_phases.too_early' : undefined;
  return phase === order.at(-1) && before ? 'budget_phases.needs_end' : undefined;
}
