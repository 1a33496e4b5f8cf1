import { Matches } from 'class-validator';
import { MayBeLeftOut } from './may-be-left-out.js';

export class BalancesQuery {
  /** Last day to count, `YYYY-MM-DD`. */
  @MayBeLeftOut()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  asOf?: string;
}
