import { IsBoolean, IsDivisibleBy, IsIn, IsInt, IsOptional, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { CalendarDay, ListQuery, MoneyBody } from '#platform';

export class LogHoursBody {
  /** The day they were given. */
  @CalendarDay()
  workedOn!: string;

  /** Minutes, in quarters of an hour. */
  @IsInt()
  @Min(15)
  @Max(1440)
  @IsDivisibleBy(15)
  minutes!: number;

  @Length(1, 200)
  activity!: string;

  @IsOptional()
  @IsUUID()
  cardId?: string;

  @IsOptional()
  @IsUUID()
  shiftId?: string;
}

export class RejectHoursBody {
  @Length(1, 300)
  reason!: string;
}

/** Whether I may be named, and my time valued. */
export class HoursWishBody {
  @IsBoolean()
  named!: boolean;

  @IsBoolean()
  valued!: boolean;
}

export class HourRateBody {
  /** Worth of one hour. */
  @ValidateNested()
  @Type(() => MoneyBody)
  rate!: MoneyBody;

  /** Who says so. */
  @Length(1, 300)
  source!: string;
}

export class ListHoursQuery extends ListQuery {
  @IsOptional()
  @IsIn(['logged', 'confirmed', 'rejected'])
  state?: 'logged' | 'confirmed' | 'rejected';

  /** `me` = only my own. */
  @IsOptional()
  @IsIn(['me'])
  of?: 'me';
}
