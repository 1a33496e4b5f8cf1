import type { Refusal } from '#kernel';
import { refuse } from './volunteers.refusals.js';

/** Limits of an event (SHF-2), in minutes. */
export interface ShiftRules {
  /** Unbroken rest within the 24 hours that begin with a shift. */
  restMinutes: number;
  /** Work within any 24 hours. */
  dayMinutes: number;
  /** Demanding shifts in a row. */
  demandingInRow: number;
}

export const USUAL_RULES: ShiftRules = { restMinutes: 660, dayMinutes: 600, demandingInRow: 2 };

export interface Stint {
  startsAt: Date;
  endsAt: Date;
  demanding: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Work inside [from, from + 24 h), milliseconds. */
function workIn(stints: readonly Stint[], from: number): number {
  return stints.reduce((sum, s) => sum + Math.max(0, Math.min(s.endsAt.getTime(), from + DAY) - Math.max(s.startsAt.getTime(), from)), 0);
}

/** Longest unbroken rest inside [from, from + 24 h), milliseconds. Stints come in order. */
function longestRest(stints: readonly Stint[], from: number): number {
  let rest = 0;
  let free = from;
  for (const s of stints) {
    if (s.endsAt.getTime() <= from || s.startsAt.getTime() >= from + DAY) continue;
    rest = Math.max(rest, s.startsAt.getTime() - free);
    free = Math.max(free, s.endsAt.getTime());
  }
  return Math.max(rest, from + DAY - free);
}

function longestDemandingRow(stints: readonly Stint[]): number {
  let longest = 0;
  let row = 0;
  for (const s of stints) {
    row = s.demanding ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return longest;
}

/**
 * Why a person may not take one more shift beside those held, or undefined (SHF-2). Rest is looked for in the 24 hours
 * from the start of each shift, as working-time rules count it; work in every 24 hours, whose worst case begins with a
 * shift or ends with one.
 */
export function tooMuch(held: readonly Stint[], wanted: Stint, rules: ShiftRules): Refusal | undefined {
  const stints = [...held, wanted].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const windows = stints.flatMap((s) => [s.startsAt.getTime(), s.endsAt.getTime() - DAY]);
  if (windows.some((from) => workIn(stints, from) > rules.dayMinutes * MINUTE)) return refuse.TOO_MANY_HOURS({ minutes: rules.dayMinutes });
  if (stints.some((s) => longestRest(stints, s.startsAt.getTime()) < rules.restMinutes * MINUTE))
    return refuse.TOO_LITTLE_REST({ minutes: rules.restMinutes });
  if (longestDemandingRow(stints) > rules.demandingInRow) return refuse.TOO_DEMANDING({ inRow: rules.demandingInRow });
  return undefined;
}
