import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { MoneyBody, OneLine } from '#platform';

export const OFFICIAL_RULES = ['greedy_votes', 'mes_cost_none', 'mes_cost_add1', 'mes_cost_add1u'] as const;

/** A vote over costed proposals within a pot. Everything here is frozen and published when it opens. */
export class CreateBallotBody {
  @Length(3, 150)
  @OneLine()
  title!: string;

  @IsOptional()
  @Length(0, 1000)
  question?: string;

  /** What may be spent. */
  @ValidateNested()
  @Type(() => MoneyBody)
  pot!: MoneyBody;

  /** The shortlisted proposals people choose among. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  proposalIds!: string[];

  /** The last instant at which a ballot counts. */
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^.{10}T.{5,13}(Z|[+-]\d{2}:\d{2})$/)
  closesAt!: string;

  /** Approve at least so many. An empty ballot is always valid. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(300)
  minChoices?: number;

  /** Approve at most so many; without it, as many as there are. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(300)
  maxChoices?: number;

  /** The rule that decides. */
  @IsOptional()
  @IsIn(OFFICIAL_RULES)
  rule?: (typeof OFFICIAL_RULES)[number];

  /** Minor units added to each voter's share per step of equal shares; without it one unit, or 1 % of the first share when that is more. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  increment?: number;

  /** Equal projects: cheaper first, then more votes, then a published lot, or the earlier published. */
  @IsOptional()
  @IsIn(['cost_votes_lot', 'cost_votes_published'])
  tieRule?: 'cost_votes_lot' | 'cost_votes_published';

  /** Whether people may vote whose account was confirmed after the opening. */
  @IsOptional()
  @IsIn(['admitted', 'refused'])
  lateJoiners?: 'admitted' | 'refused';

  /** Secret: nobody can tell who chose what once it is closed. */
  @IsOptional()
  @IsBoolean()
  anonymous?: boolean;

  /** Fewer voters than this decide nothing. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  quorum?: number;

  /** Prices must have been public for so long when it opens; 48 without it. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(720)
  noticeHours?: number;
}

/** Why a vote is closed before its time. */
export class CloseBallotBody {
  @IsOptional()
  @Length(3, 500)
  reason?: string;
}

/** Why a vote is void. All its voters are told. */
export class VoidBallotBody {
  @Length(20, 500)
  reason!: string;
}
