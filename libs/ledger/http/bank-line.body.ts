import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { ACCOUNT_NAMES } from '../domain/chart-of-accounts.js';

const BY_HAND = ACCOUNT_NAMES.filter((name) => !/^(Assets:Bank:Main|Assets:Stripe:Balance|Equity:Memo:)/.test(name));
const LEAST = -1_000_000_000_000;
const MOST = 1_000_000_000_000;

/** A part of a bank line: something expected, or an account. */
export class PartBody {
  @IsOptional()
  @IsUUID()
  openItemId?: string;

  @IsOptional()
  @IsIn(BY_HAND)
  account?: string;

  /** The need it was spent on. */
  @IsOptional()
  @IsUUID()
  budgetLineId?: string;

  /** Minor units, signed like the bank line: positive is money in. */
  @IsInt()
  @Min(LEAST)
  @Max(MOST)
  amount!: number;
}

/** Either one expected item for the whole line, or parts that add up to it. */
export class MatchBody {
  @IsOptional()
  @IsUUID()
  openItemId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PartBody)
  parts?: PartBody[];

  /** Text for the books; names no person. */
  @IsOptional()
  @Length(3, 300)
  text?: string;
}

export class PostLineBody {
  @IsIn(BY_HAND)
  account!: string;

  @IsOptional()
  @IsUUID()
  budgetLineId?: string;

  /** Text for the books; names no person. */
  @Length(3, 300)
  text!: string;
}

export class BecauseBody {
  /** Why. */
  @Length(3, 280)
  reason!: string;
}
