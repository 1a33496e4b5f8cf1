import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '#platform';
import { PLEDGE_STATES, type PledgeState } from '../domain/pledge.js';

export class PledgesQuery extends ListQuery {
  /** Only pledges in this state. */
  @IsOptional()
  @IsIn(PLEDGE_STATES)
  state?: PledgeState;
}
