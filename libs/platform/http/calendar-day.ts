import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const message = '$property must be a day of the calendar, such as 2026-06-30';

/** A calendar day, `YYYY-MM-DD`: one that exists. The thirtieth of February is refused by name, not by the database. */
export const CalendarDay = (): PropertyDecorator =>
  applyDecorators(
    Matches(DAY, { message }),
    IsISO8601({ strict: true }, { message }),
    ApiProperty({ type: String, format: 'date', pattern: DAY.source }),
  );
