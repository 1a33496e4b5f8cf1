import { Matches } from 'class-validator';
import { ListQuery } from '#platform';
import { MayBeLeftOut } from './may-be-left-out.js';

export class EntriesQuery extends ListQuery {
  /** Only entries with a line on this account. */
  @MayBeLeftOut()
  @Matches(/^[A-Z][A-Za-z0-9]*(:[A-Z][A-Za-z0-9]*){1,3}$/)
  account?: string;
}
