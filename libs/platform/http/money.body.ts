import { IsIn, IsInt, Max, Min } from 'class-validator';
import { CURRENCIES } from '#kernel';

/** An amount of money: a whole number of minor units (pence, cents) and an ISO 4217 code. */
export class MoneyBody {
  /** Minor units. */
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  amount!: number;

  /** ISO 4217 code. */
  @IsIn(CURRENCIES)
  currency!: string;
}

/** An amount of money that is more than nothing. */
export class SomeMoneyBody {
  /** Minor units. */
  @IsInt()
  @Min(1)
  @Max(1_000_000_000_000)
  amount!: number;

  /** ISO 4217 code. */
  @IsIn(CURRENCIES)
  currency!: string;
}

/** An amount of money as we reply it; may be negative (a refund, a loss). */
export class MoneyView {
  /** Minor units. */
  amount!: number;

  /** ISO 4217 code. */
  currency!: string;
}
