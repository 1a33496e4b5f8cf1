import { DateTime } from 'luxon';

/** The calendar day an instant falls on where the gathering is, `YYYY-MM-DD`: books are kept in local days. */
export const dayIn = (timeZone: string, instant: Date): string => DateTime.fromJSDate(instant, { zone: timeZone }).toISODate()!;
