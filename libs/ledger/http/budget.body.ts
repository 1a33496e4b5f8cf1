import { Type } from 'class-transformer';
import { IsIn, IsUUID, Length, ValidateNested } from 'class-validator';
import { MoneyBody } from '#platform';
import { SPENDING } from '../domain/chart-of-accounts.js';
import { MayBeLeftOut } from './may-be-left-out.js';

const ACCOUNTS = SPENDING.map((kind) => `Expenses:${kind}`);

export class BudgetLineBody {
  @Length(1, 140)
  name!: string;

  /** The need behind it, in a sentence. */
  @MayBeLeftOut()
  @Length(0, 1000)
  why?: string;

  @ValidateNested()
  @Type(() => MoneyBody)
  planned!: MoneyBody;

  /** Where spending on it is booked. */
  @IsIn(ACCOUNTS)
  account: string = 'Expenses:Other';

  /** Who looks after it. */
  @MayBeLeftOut()
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
