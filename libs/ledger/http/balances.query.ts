import { IsOptional, Matches } from 'class-validator';

export class BalancesQuery {
  /** Last day to count, `YYYY-MM-DD`. */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  asOf?: string;
}
