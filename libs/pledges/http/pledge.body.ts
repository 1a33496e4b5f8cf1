import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsInt, IsString, IsUUID, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { MoneyBody } from '#platform';
import { MayBeLeftOut } from './may-be-left-out.js';

export class GuestBody {
  @Length(1, 100)
  name!: string;

  @IsEmail()
  @MaxLength(254)
  email!: string;

  @MayBeLeftOut()
  @IsIn(['en', 'fr'])
  locale?: 'en' | 'fr';
}

export class OrganisationBody {
  /** Its legal name. */
  @Length(1, 200)
  name!: string;

  /** Number of the purchase order, printed on the receipt. */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(50)
  po?: string;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(500)
  address?: string;
}

export class MakePledgeBody {
  @ValidateNested()
  @Type(() => MoneyBody)
  amount!: MoneyBody;

  /** The tier chosen; left out = a plain contribution. */
  @MayBeLeftOut()
  @IsUUID()
  tierId?: string;

  @IsIn(['card', 'transfer'])
  method!: 'card' | 'transfer';

  /** What others see: everything, the amount without the name, or nothing. */
  @MayBeLeftOut()
  @IsIn(['public', 'name_hidden', 'all_hidden'])
  display?: 'public' | 'name_hidden' | 'all_hidden';

  /** Add what the card costs us, shown before it is confirmed. */
  @MayBeLeftOut()
  @IsBoolean()
  coverFee?: boolean;

  /** Needed without an account. */
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => GuestBody)
  guest?: GuestBody;

  /** When the pledge is made for an organisation. */
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => OrganisationBody)
  organisation?: OrganisationBody;
}

export class LinkQuery {
  /** The secret part of the backer's link; not needed when signed in as the backer. */
  @MayBeLeftOut()
  @Length(20, 100)
  link?: string;
}

export class ChangePledgeBody {
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => MoneyBody)
  amount?: MoneyBody;

  @MayBeLeftOut()
  @IsIn(['public', 'name_hidden', 'all_hidden'])
  display?: 'public' | 'name_hidden' | 'all_hidden';

  /** Save another card on the payment page. */
  @MayBeLeftOut()
  @IsBoolean()
  newCard?: boolean;
}

export class RefundBody {
  /** At most what is left of the payment. */
  @ValidateNested()
  @Type(() => MoneyBody)
  amount!: MoneyBody;

  @Length(3, 500)
  reason!: string;
}

export class CoverQuery {
  /** Minor units of the campaign's currency. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(99_999_999)
  amount!: number;
}
