import { type StateTable, move } from '#kernel';
import { refuse } from './volunteers.refusals.js';

export type HoursState = 'logged' | 'confirmed' | 'rejected';

/** Hours given (spec/money.md §2.9). Confirmed ones are in the books at once, so "counted" is no state of its own. */
export const HOURS_STATES: StateTable<HoursState> = { logged: ['confirmed', 'rejected'], confirmed: [], rejected: [] };

/** Confirms or rejects hours; nobody decides on their own (HRS-1). */
export function decideHours(
  hours: { state: HoursState; personId: string },
  to: 'confirmed' | 'rejected',
  by: string,
  reason: string | undefined,
): HoursState {
  const target = move(HOURS_STATES, hours.state, to);
  if (hours.personId === by) throw refuse.NOT_YOUR_OWN_HOURS();
  if (target === 'rejected' && !reason) throw refuse.HOURS_REASON_NEEDED();
  return target;
}

/** Minutes as hundredths of an hour, exact because hours are logged in quarters: 750 minutes are 1250. */
export const inHundredths = (minutes: number): bigint => (BigInt(minutes) * 100n) / 60n;

/** What minutes are worth at a rate per hour, minor units, rounded down; shown beside the books, never inside. */
export const worthOf = (minutes: number, ratePerHourMinor: bigint): bigint => (BigInt(minutes) * ratePerHourMinor) / 60n;
