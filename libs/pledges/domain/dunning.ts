import { DateTime } from 'luxon';

const HOUR_MS = 3_600_000;

/** Hours after the first charge at which a declined card is tried again (design.md §8 decision 3). */
export const RETRY_HOURS = [24, 72, 120] as const;
/** Hours after the first charge at which a pledge that could not be collected lapses. */
export const LAPSE_HOURS = 168;

/** Charges and mails of a plan happen between these local hours. */
const FIRST_HOUR = 9;
const LAST_HOUR = 20;

/** The same instant if people are up then in that zone, otherwise the next 09:00 there. */
export function atADecentHour(instant: Date, zone: string): Date {
  const local = DateTime.fromJSDate(instant, { zone });
  if (local.hour >= FIRST_HOUR && local.hour < LAST_HOUR) return instant;
  const morning = local.set({ hour: FIRST_HOUR, minute: 0, second: 0, millisecond: 0 });
  return (local.hour < FIRST_HOUR ? morning : morning.plus({ days: 1 })).toJSDate();
}

/** When the next try after `tries` of them is due; undefined once the plan is over. */
export function nextTry(since: Date, tries: number, zone: string): Date | undefined {
  const hours = RETRY_HOURS[tries - 1];
  return hours === undefined ? undefined : atADecentHour(new Date(since.getTime() + hours * HOUR_MS), zone);
}

/** Hours after the first charge at which a backer who has to act is written to again. */
export const REMINDER_HOURS = [24, 72, 144] as const;

/** The next reminder after `now`; undefined once all have been sent. */
export function nextReminder(since: Date, now: Date, zone: string): Date | undefined {
  const due = REMINDER_HOURS.map((hours) => atADecentHour(new Date(since.getTime() + hours * HOUR_MS), zone));
  return due.find((at) => at > now);
}

export const lapseOf = (since: Date, zone: string): Date => atADecentHour(new Date(since.getTime() + LAPSE_HOURS * HOUR_MS), zone);
