import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';
import { InContract } from '../openapi/in-contract.js';

const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const message = '$property must be a day of the calendar from 2000-01-01 to 2099-12-31, such as 2026-06-30';

/** A calendar day of this century, `YYYY-MM-DD`: one that exists. A slip of the finger (0226, 20226) and The thirtieth of February is refused by name, not by the database. */
export const CalendarDay = (): PropertyDecorator =>
  applyDecorators(
    Matches(DAY, { message }),
    IsISO8601({ strict: true }, { message }),
    InContract((api) => api.ApiProperty({ type: String, format: 'date', pattern: DAY.source })),
  );
