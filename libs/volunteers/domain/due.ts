import { DateTime } from 'luxon';

/**
 * The calendar day a task is due: its own, or so many days before the day of the event (TSK-5). Undefined when it has
 * none, or while the event has no day yet. Days are counted in the calendar, so clock changes do not matter.
 */
export function dueDay(task: { dueOn: string | null; dueDaysBefore: number | null }, eventDay: string | null): string | undefined {
  if (task.dueOn !== null) return task.dueOn;
  if (task.dueDaysBefore === null || eventDay === null) return undefined;
  return DateTime.fromISO(eventDay, { zone: 'utc' }).minus({ days: task.dueDaysBefore }).toISODate() ?? undefined;
}
