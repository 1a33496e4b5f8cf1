import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { ACCOUNT_NAMES } from '../domain/chart-of-accounts.js';
import { CalendarDay } from '#platform';

const BY_HAND = ACCOUNT_NAMES.filter((name) => !name.startsWith('Equity:Memo:'));

export class EntryLineBody {
  @IsIn(BY_HAND)
  account!: string;

  /** Minor units of the book's currency; 0 on a credit line. */
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  debit: number = 0;

  /** Minor units; 0 on a debit line. */
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  credit: number = 0;

  /** The need it was spent on. */
  @IsOptional()
  @IsUUID()
  budgetLineId?: string;
}

/** An entry made by hand. Its debits equal its credits. */
export class EntryBody {
  /** The day it belongs to, `YYYY-MM-DD`. */
  @CalendarDay()
  on!: string;

  /** What happened and where the document is. Names no person. */
  @Length(3, 300)
  text!: string;

  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => EntryLineBody)
  lines!: EntryLineBody[];
}

export class ReverseBody {
  /** Why it is taken back. */
  @Length(3, 280)
  because!: string;
}
