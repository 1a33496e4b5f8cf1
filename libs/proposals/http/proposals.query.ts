import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '#platform';

export const PROPOSAL_SORTS = ['supported', 'newest'] as const;

/** Which proposals, in which order. */
export class ProposalsQuery extends ListQuery {
  @IsOptional()
  @IsIn(PROPOSAL_SORTS)
  sort: (typeof PROPOSAL_SORTS)[number] = 'supported';

  @IsOptional()
  @IsIn(['published', 'under_review', 'costed', 'shortlisted', 'on_ballot', 'funded', 'not_funded', 'scheduled', 'delivered', 'dropped'])
  state?: string;
}
