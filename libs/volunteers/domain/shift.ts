import { type StateTable } from '#kernel';
import { refuse } from './volunteers.refusals.js';

export type ShiftState = 'draft' | 'published' | 'running' | 'done' | 'cancelled';
export type EntryState = 'waitlisted' | 'signed_up' | 'confirmed' | 'arrived' | 'completed' | 'abandoned' | 'no_show' | 'left';

export const SHIFT_STATES: StateTable<ShiftState> = {
  draft: ['published', 'cancelled'],
  published: ['running', 'done', 'cancelled'],
  running: ['done'],
  done: [],
  cancelled: [],
};

/** One person's part in a shift (spec/money.md §2.9). */
export const ENTRY_STATES: StateTable<EntryState> = {
  waitlisted: ['signed_up', 'left'],
  signed_up: ['confirmed', 'arrived', 'no_show', 'left'],
  confirmed: ['arrived', 'no_show', 'left'],
  arrived: ['completed', 'abandoned'],
  completed: [],
  abandoned: [],
  no_show: [],
  left: [],
};

/** States in which somebody is expected or at work. */
export const IN_SHIFT: readonly EntryState[] = ['signed_up', 'confirmed', 'arrived'];

/** Leaving later than this before the start alarms the coordinator (SHF-5). */
const LATE_MS = 12 * 3_600_000;

export const isLate = (startsAt: Date, now: Date): boolean => startsAt.getTime() - now.getTime() < LATE_MS;

/** People come to a published shift until it starts. */
export function refuseUnlessOpen(shift: { state: ShiftState; startsAt: Date }, now: Date): void {
  if (shift.state !== 'published') throw refuse.SHIFT_NOT_OPEN({ state: shift.state });
  if (now >= shift.startsAt) throw refuse.SHIFT_STARTED({ startsAt: shift.startsAt.toISOString() });
}
