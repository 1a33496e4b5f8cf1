import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { ListQuery, OneLine } from '#platform';
import { type EntryState, type ShiftState } from '../domain/shift.js';

export class PlanShiftBody {
  @Length(1, 100)
  @OneLine()
  name!: string;

  @IsOptional()
  @MaxLength(200)
  place?: string;

  /** ISO instant, `…Z`. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/)
  startsAt!: string;

  /** ISO instant, at most 24 hours after the start. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/)
  endsAt!: string;

  /** Minutes needed to get to the next shift. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(240)
  changeoverMinutes?: number;

  /** Most people. */
  @IsInt()
  @Min(1)
  @Max(500)
  places!: number;

  @IsOptional()
  @IsBoolean()
  demanding?: boolean;

  /** Whether people may come at once; else it is a draft. */
  @IsOptional()
  @IsBoolean()
  publish?: boolean;
}

export class MoveShiftBody {
  @IsIn(['published', 'running', 'done', 'cancelled'])
  to!: Exclude<ShiftState, 'draft'>;

  /** Shown to the people in it. */
  @IsOptional()
  @Length(1, 300)
  reason?: string;
}

export class MoveEntryBody {
  @IsIn(['confirmed', 'arrived', 'completed', 'abandoned', 'no_show', 'left'])
  to!: Exclude<EntryState, 'waitlisted' | 'signed_up'>;
}

export class PlaceBody {
  /** The person to put into the shift. */
  @IsUUID()
  personId!: string;
}

export class ShiftRulesBody {
  /** Unbroken rest within the 24 hours that begin with a shift, minutes. */
  @IsInt()
  @Min(0)
  @Max(1440)
  restMinutes!: number;

  /** Work within any 24 hours, minutes. */
  @IsInt()
  @Min(60)
  @Max(1440)
  dayMinutes!: number;

  /** Demanding shifts in a row. */
  @IsInt()
  @Min(1)
  @Max(100)
  demandingInRow!: number;
}

export class ListShiftsQuery extends ListQuery {}
