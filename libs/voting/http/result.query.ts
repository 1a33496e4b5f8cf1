import { IsIn, IsOptional } from 'class-validator';

const REASONS_OF = ['all', 'official'] as const;

export class ResultQuery {
  /** Of which rules the reasons are told; of the others only who would have won. A result of many proposals is then a fraction as long. */
  @IsOptional()
  @IsIn(REASONS_OF)
  reasons: (typeof REASONS_OF)[number] = 'all';
}
