import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { MoneyBody, OneLine } from '#platform';
import { SPENDING } from '../domain/chart-of-accounts.js';

const ACCOUNTS = SPENDING.map((kind) => `Expenses:${kind}`);

export class BudgetLineBody {
  @Length(1, 140)
  @OneLine()
  name!: string;

  /** The need behind it, in a sentence. */
  @IsOptional()
  @Length(0, 1000)
  why?: string;

  @ValidateNested()
  @Type(() => MoneyBody)
  planned!: MoneyBody;

  /** Where spending on it is booked. */
  @IsIn(ACCOUNTS)
  account: string = 'Expenses:Other';

  /** Who looks after it. */
  @IsOptional()
  @IsUUID()
  ownerId?: string;
}

export class BudgetPlanBody {
  @ValidateNested()
  @Type(() => MoneyBody)
  planned!: MoneyBody;

  /** Why the plan changes: kept with its history. */
  @Length(3, 300)
  because!: string;
}
