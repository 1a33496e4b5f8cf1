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
import { OneLine, SomeMoneyBody } from '#platform';
import { ADMISSIONS } from '../rules/declaration.js';
import { METHODS, OFFICIAL_RULES } from '../rules/methods.js';

/** A thing to choose that is no proposal: a date, a name, a theme. */
export class OwnOptionBody {
  @Length(1, 150)
  @OneLine()
  title!: string;

  /** In a date poll: when it would begin. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^.{10}T.{5,13}(Z|[+-]\d{2}:\d{2})$/)
  startsAt?: string;
}

/** A vote. Everything here is frozen and published when it opens. */
export class CreateBallotBody {
  @Length(3, 150)
  @OneLine()
  title!: string;

  @IsOptional()
  @Length(0, 1000)
  question?: string;

  /** How people fill in their ballots; approval without it. */
  @IsOptional()
  @IsIn(METHODS)
  method?: (typeof METHODS)[number];

  /** What may be spent: needed for knapsack, possible for approval and points, out of place in the others. */
  @IsOptional()
  @ValidateNested()
  @Type(() => SomeMoneyBody)
  pot?: SomeMoneyBody;

  /** The proposals people choose among; within a pot they must be shortlisted. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  proposalIds?: string[];

  /** Things to choose that are no proposals; in place of those. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => OwnOptionBody)
  options?: OwnOptionBody[];

  /** When it opens by itself; without it an organiser opens it. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^.{10}T.{5,13}(Z|[+-]\d{2}:\d{2})$/)
  opensAt?: string;

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

  /** Approve, support or rank at most so many; without it, as many as there are. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(300)
  maxChoices?: number;

  /** Minor units that a knapsack ballot spends at least unless it is empty, up to the pot; without it nothing is asked (PBG-3). */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000_000)
  minSpend?: number;

  /** How many are chosen, where there is no pot; 1 without it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  seats?: number;

  /** Points a voter may share out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  pointsBudget?: number;

  /** The most points for one option; without it, all of them. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  pointsCap?: number;

  /** Whether two options may share a rank. */
  @IsOptional()
  @IsBoolean()
  equalRanks?: boolean;

  /** Supporters an option needs, to be chosen where there is no pot, or under greedy_with_threshold. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  threshold?: number;

  /** The rule that decides; the method says which are possible. */
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

  /** Who may vote: everyone with a confirmed account, or those of them who are backers, invited, or hold a membership code. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @ArrayUnique()
  @IsIn(ADMISSIONS, { each: true })
  admits?: (typeof ADMISSIONS)[number][];

  /** Only totals are published, not the single ballots. */
  @IsOptional()
  @IsBoolean()
  talliesOnly?: boolean;

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
