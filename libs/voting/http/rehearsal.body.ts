import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

/** Which trial ballots to count. */
export class RehearsalBody {
  /** supports: people vote for what they support already. made: voters who do not exist, in camps with tastes of their own. */
  @IsIn(['supports', 'made'])
  source!: 'supports' | 'made';

  /** How many voters to make; 200 without it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000)
  voters?: number;

  /** The same seed gives the same ballots. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  seed?: number;
}
