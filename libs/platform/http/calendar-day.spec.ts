import { validateSync } from 'class-validator';
import { CalendarDay } from './calendar-day.js';

class Dated {
  @CalendarDay()
  on: string;

  constructor(on: string) {
    this.on = on;
  }
}

it.each([
  ['2026-06-30', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-06-31', false],
  ['2026-6-1', false],
  ['2026-06-30T00:00', false],
  ['', false],
])('%j is a day of the calendar: %s', (on, fits) => {
  expect(validateSync(new Dated(on)).length === 0).toBe(fits);
});
