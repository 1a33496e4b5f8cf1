import { DateTime } from 'luxon';

/** The calendar day of an instant in an event's zone, `YYYY-MM-DD`. */
export const dayOf = (instant: Date, timeZone: string): string => DateTime.fromJSDate(instant, { zone: timeZone }).toISODate() ?? '';

/** So many calendar days later. */
export const daysAfter = (day: string, days: number): string => DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate() ?? day;
