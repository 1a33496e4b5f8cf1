import { IsIn, IsOptional, IsTimeZone, Length, Matches } from 'class-validator';
import { OneLine } from '#platform';
import { CURRENCIES } from '#kernel';

/** The event that a spark becomes. */
export class CreateEventBody {
  /** Permanent address of the event: small letters, digits and single dashes. */
  @Matches(/^[a-z0-9](-?[a-z0-9]){1,39}$/)
  slug!: string;

  @Length(3, 100)
  @OneLine()
  name!: string;

  /** Without the `#`; made from the slug when it is not given. */
  @IsOptional()
  @Matches(/^[\p{L}\p{N}_]{2,50}$/u)
  hashtag?: string;

  @IsOptional()
  @Length(0, 1000)
  summary?: string;

  /** ISO 4217 code; never changes. */
  @IsIn(CURRENCIES)
  currency!: string;

  /** IANA zone, such as `Europe/London`. */
  @IsTimeZone()
  @Length(1, 64)
  timeZone!: string;
}

/** Promoting a spark of the open wall makes an event of it. */
export class PromoteSparkBody extends CreateEventBody {}
