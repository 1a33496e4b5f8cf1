import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { CalendarDay, SomeMoneyBody } from '#platform';

export class ExpenseBody {
  /** What was bought. Names no person. */
  @Length(3, 200)
  text!: string;

  @ValidateNested()
  @Type(() => SomeMoneyBody)
  amount!: SomeMoneyBody;

  /** The day the money was spent, `YYYY-MM-DD`. */
  @CalendarDay()
  spentOn!: string;

  /** The need it was spent on. */
  @IsUUID()
  budgetLineId!: string;

  /** SHA-256 of the receipt, hexadecimal: one receipt is paid once. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  receiptSha256?: string;
}

export class ApproveBody {
  /** Why it is approved although the line has less left. */
  @IsOptional()
  @MaxLength(300)
  because?: string;

  /** Said after looking at an expense that seems to be the same. */
  @IsOptional()
  @IsBoolean()
  notADuplicate?: boolean;
}

export class RejectExpenseBody {
  /** Why it is rejected. */
  @Length(3, 300)
  because!: string;
}
