import { IsEmail, IsIn, IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { OneLine } from '#platform';

/** A new spark. Guests give their mail address and confirm it before the spark becomes public. */
export class PostSparkBody {
  /** 1 to 140 characters as people see them; each link counts 23. */
  @Length(1, 4000)
  text!: string;

  /** The event it belongs to; without it, the open wall. */
  @IsOptional()
  @Matches(/^[a-z0-9](-?[a-z0-9]){1,39}$/)
  eventSlug?: string;

  /** Guests only. */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;

  /** Guests only: the name shown with the spark. */
  @IsOptional()
  @Length(1, 100)
  @OneLine()
  name?: string;

  /** Language of the confirmation mail. */
  @IsOptional()
  @IsIn(['en', 'fr'])
  locale?: string;
}

/** The secret of a confirmation link. */
export class ConfirmSparkBody {
  @Length(20, 100)
  token!: string;
}
