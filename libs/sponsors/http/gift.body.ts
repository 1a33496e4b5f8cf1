import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { CalendarDay, OneLine, SomeMoneyBody } from '#platform';
import { SPENDING, type Spending } from '#ledger';
import { VALUE_BASES, type ValueBasis } from '../domain/in-kind-gift.js';

export class OfferGiftBody {
  @Length(1, 200)
  @OneLine()
  organisation!: string;

  /** What is given, in one sentence. */
  @Length(1, 500)
  description!: string;

  @IsIn(SPENDING)
  category!: Spending;

  /** The deal it is part of, if any. */
  @IsOptional()
  @IsUUID()
  dealId?: string;

  /** The budget line it meets, if any. */
  @IsOptional()
  @IsUUID()
  budgetLineId?: string;

  /** Whether the public thank-you list may name it; yes unless said otherwise. */
  @IsOptional()
  @IsBoolean()
  isPublic?: boolean;
}

export class ValueGiftBody {
  /** Value to the event. */
  @ValidateNested()
  @Type(() => SomeMoneyBody)
  value!: SomeMoneyBody;

  @IsIn(VALUE_BASES)
  basisKind!: ValueBasis;

  /** The quote, price list, statement or comparable rent it rests on. */
  @Length(1, 500)
  basis!: string;
}

export class ReceiveGiftBody {
  /** The day it was received. */
  @CalendarDay()
  receivedOn!: string;
}

export class DeclineGiftBody {
  @Length(1, 500)
  reason!: string;
}
