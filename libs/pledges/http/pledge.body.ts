import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyBody, OneLine, SomeMoneyBody } from '#platform';

export class GuestBody {
  @Length(1, 100)
  @OneLine()
  name!: string;

  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsOptional()
  @IsIn(['en', 'fr'])
  locale?: 'en' | 'fr';
}

export class OrganisationBody {
  /** Its legal name. */
  @Length(1, 200)
  @OneLine()
  name!: string;

  /** Number of the purchase order, printed on the receipt. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @OneLine()
  po?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  address?: string;
}

export class MakePledgeBody {
  @ValidateNested()
  @Type(() => MoneyBody)
  amount!: MoneyBody;

  /** The tier chosen; left out = a plain contribution. */
  @IsOptional()
  @IsUUID()
  tierId?: string;

  @IsIn(['card', 'transfer'])
  method!: 'card' | 'transfer';

  /** What others see: everything, the amount without the name, or nothing. */
  @IsOptional()
  @IsIn(['public', 'name_hidden', 'all_hidden'])
  display?: 'public' | 'name_hidden' | 'all_hidden';

  /** Add what the card costs us, shown before it is confirmed. */
  @IsOptional()
  @IsBoolean()
  coverFee?: boolean;

  /** Needed without an account. */
  @IsOptional()
  @ValidateNested()
  @Type(() => GuestBody)
  guest?: GuestBody;

  /** Proposals of the event that matter to the backer: no earmark, and without weight in any vote. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  wishes?: string[];

  /** When the pledge is made for an organisation. */
  @IsOptional()
  @ValidateNested()
  @Type(() => OrganisationBody)
  organisation?: OrganisationBody;
}

export class LinkQuery {
  /** The secret part of the backer's link; not needed when signed in as the backer. */
  @IsOptional()
  @Length(20, 100)
  link?: string;
}

export class ChangePledgeBody {
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyBody)
  amount?: MoneyBody;

  @IsOptional()
  @IsIn(['public', 'name_hidden', 'all_hidden'])
  display?: 'public' | 'name_hidden' | 'all_hidden';

  /** Save another card on the payment page. */
  @IsOptional()
  @IsBoolean()
  newCard?: boolean;

  /** Proposals of the event that matter to the backer now, in place of those named before; empty = none. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  wishes?: string[];
}

export class RefundBody {
  /** At most what is left of the payment. */
  @ValidateNested()
  @Type(() => SomeMoneyBody)
  amount!: SomeMoneyBody;

  @Length(3, 500)
  reason!: string;
}

export class CoverQuery {
  /** Minor units of the campaign's currency. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  amount!: number;
}
