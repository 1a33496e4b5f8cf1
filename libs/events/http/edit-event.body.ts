import { IsIn, IsInt, IsISO8601, IsOptional, Length, Matches, Max, Min, ValidateIf } from 'class-validator';
import { CalendarDay, OneLine } from '#platform';

const PHASES = ['spark', 'proposals', 'voting', 'funding', 'preparing', 'happening', 'outcomes', 'archived'] as const;

/** What changes about an event; what is left out stays. */
export class EditEventBody {
  /** The version you loaded; somebody else's edit meanwhile is answered 409. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version!: number;

  @IsOptional()
  @Length(3, 100)
  @OneLine()
  name?: string;

  /** Without the `#`. */
  @IsOptional()
  @Matches(/^[\p{L}\p{N}_]{2,50}$/u)
  hashtag?: string;

  @IsOptional()
  @Length(0, 1000)
  summary?: string;

  /** `YYYY-MM-DD` where it happens; null: not fixed. */
  @IsOptional()
  @ValidateIf((body: EditEventBody) => body.date !== null)
  @CalendarDay()
  @IsISO8601({ strict: true })
  date?: string | null;

  /** Clock time where it happens, `HH:MM`. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  startsAt?: string;

  /** Clock time where it happens, `HH:MM`. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  endsAt?: string;

  @IsOptional()
  @Length(0, 200)
  place?: string;

  /** People the place holds. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number;

  @IsOptional()
  @IsIn(PHASES)
  phase?: (typeof PHASES)[number];

  /** Supporters that open the conversation under a spark. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  conversationThreshold?: number;
}
