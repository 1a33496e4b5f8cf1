import { DateTime } from 'luxon';

/** Books of this product begin with the century. */
export const FIRST_DAY = '2000-01-01';

/** The last day that can be booked: a year after today. What is dated later is a slip of the finger. */
export const lastDay = (timeZone: string, now: Date): string =>
  DateTime.fromJSDate(now, { zone: timeZone }).plus({ years: 1 }).toISODate()!;

/** The calendar day an instant falls on where the gathering is, `YYYY-MM-DD`: books are kept in local days. */
export const dayIn = (timeZone: string, instant: Date): string => DateTime.fromJSDate(instant, { zone: timeZone }).toISODate()!;
