import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { CalendarDay, OneLine } from '#platform';

const CARD_ABOUT = ['budget_line', 'benefit', 'action', 'expense'] as const;
export type CardAbout = (typeof CARD_ABOUT)[number];

export class AddCardBody {
  @Length(1, 200)
  @OneLine()
  title!: string;

  @IsOptional()
  @MaxLength(5000)
  description?: string;

  /** Left out = the board's first column. */
  @IsOptional()
  @IsUUID()
  columnId?: string;

  /** Calendar day; not together with `dueDaysBefore`. */
  @IsOptional()
  @CalendarDay()
  dueOn?: string;

  /** Days before the day of the event; negative = after. */
  @IsOptional()
  @IsInt()
  @Min(-365)
  @Max(730)
  dueDaysBefore?: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Length(1, 200, { each: true })
  checklist?: string[];

  /** What closing the card is about. */
  @IsOptional()
  @IsIn(CARD_ABOUT)
  aboutKind?: CardAbout;

  @IsOptional()
  @IsUUID()
  aboutId?: string;
}

/** Fields left out stay as they are; null empties a field that may be empty. */
export class EditCardBody {
  /** The version that was on the screen. */
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version!: number;

  @IsOptional()
  @Length(1, 200)
  @OneLine()
  title?: string;

  @IsOptional()
  @MaxLength(5000)
  description?: string;

  @ValidateIf((body: EditCardBody) => body.dueOn !== null && body.dueOn !== undefined)
  @CalendarDay()
  dueOn?: string | null;

  @ValidateIf((body: EditCardBody) => body.dueDaysBefore !== null && body.dueDaysBefore !== undefined)
  @IsInt()
  @Min(-365)
  @Max(730)
  dueDaysBefore?: number | null;

  /** A person of the team; null = nobody. Coordinators only: others claim and release. */
  @ValidateIf((body: EditCardBody) => body.assigneeId !== null && body.assigneeId !== undefined)
  @IsUUID()
  assigneeId?: string | null;

  /** Why it is stuck; null = it is not. */
  @ValidateIf((body: EditCardBody) => body.blockedBecause !== null && body.blockedBecause !== undefined)
  @Length(1, 300)
  blockedBecause?: string | null;
}

export class MoveCardBody {
  @IsUUID()
  columnId!: string;

  /** The card it comes to stand below; left out = top of the column. */
  @IsOptional()
  @IsUUID()
  after?: string;
}

export class BlockerBody {
  /** The card that must be done first. */
  @IsUUID()
  blockerId!: string;
}

export class AddChecklistItemBody {
  @Length(1, 200)
  text!: string;
}

export class ChangeChecklistItemBody {
  @IsOptional()
  @Length(1, 200)
  text?: string;

  @IsOptional()
  @IsBoolean()
  done?: boolean;
}
