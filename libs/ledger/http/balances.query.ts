import { IsOptional } from 'class-validator';
import { CalendarDay } from '#platform';

export class BalancesQuery {
  /** Last day to count, `YYYY-MM-DD`. */
  @IsOptional()
  @CalendarDay()
  asOf?: string;
}
