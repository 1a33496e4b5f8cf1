import { IsOptional, Matches } from 'class-validator';
import { ListQuery } from '#platform';

export class EntriesQuery extends ListQuery {
  /** Only entries with a line on this account. */
  @IsOptional()
  @Matches(/^[A-Z][A-Za-z0-9]*(:[A-Z][A-Za-z0-9]*){1,3}$/)
  account?: string;
}
