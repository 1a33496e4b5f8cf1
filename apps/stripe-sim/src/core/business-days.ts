/** Bank holidays of England and Wales, month-day by year, with the days that stand in for those on a weekend. */
const BANK_HOLIDAYS: Record<number, string> = {
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2031: '01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26',
  2032: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

const DAY = 86_400;

/** Midnight UTC of the day that `at` (epoch seconds) falls in. */
export const startOfDay = (at: number): number => at - (at % DAY);

export function isBusinessDay(at: number): boolean {
  const date = new Date(at * 1000);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !(BANK_HOLIDAYS[date.getUTCFullYear()] ?? '').includes(date.toISOString().slice(5, 10));
}

/** Midnight UTC of the day that lies this many UK business days after the day of `at` (epoch seconds). */
export function addBusinessDays(at: number, days: number): number {
  let day = startOfDay(at);
  for (let left = days; left > 0;) {
    day += DAY;
    if (isBusinessDay(day)) left--;
  }
  return day;
}
