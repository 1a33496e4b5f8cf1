import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { MoneyBody } from '#platform';
import { MayBeLeftOut } from './may-be-left-out.js';
import { CAMPAIGN_MODES, type CampaignMode } from '../domain/campaign.js';

export class CampaignBody {
  @Length(3, 120)
  title!: string;

  /** What the money is for, in plain text. */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20_000)
  story?: string;

  /** What people who pledge by transfer are told: holder, bank, account. */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(500)
  bankDetails?: string;

  /** `all_or_nothing` charges after the deadline and only if the goal is met; `keep` charges at once. */
  @IsIn(CAMPAIGN_MODES)
  mode!: CampaignMode;

  /** The least that must be pledged. */
  @ValidateNested()
  @Type(() => MoneyBody)
  goal!: MoneyBody;

  /** When it begins to take pledges, once approved. An ISO instant; at once when left out. */
  @MayBeLeftOut()
  @IsISO8601({ strict: true })
  @Length(10, 40)
  opensAt?: string;

  /** Local time where the event takes place, such as 2026-06-01T22:00. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  deadline!: string;

  /** In the last 24 hours nobody may take the campaign below its goal again. */
  @MayBeLeftOut()
  @IsBoolean()
  holdsAtTheEnd?: boolean;
}

export class ChangeCampaignBody {
  @MayBeLeftOut()
  @Length(3, 120)
  title?: string;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(20_000)
  story?: string;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(500)
  bankDetails?: string;

  @MayBeLeftOut()
  @IsIn(CAMPAIGN_MODES)
  mode?: CampaignMode;

  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => MoneyBody)
  goal?: MoneyBody;

  @MayBeLeftOut()
  @IsISO8601({ strict: true })
  @Length(10, 40)
  opensAt?: string;

  @MayBeLeftOut()
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  deadline?: string;

  @MayBeLeftOut()
  @IsBoolean()
  holdsAtTheEnd?: boolean;
}

export class ReasonBody {
  /** Why; kept in the audit log. */
  @Length(3, 500)
  reason!: string;
}

export class TierBody {
  @Length(1, 80)
  name!: string;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(2_000)
  description?: string;

  @ValidateNested()
  @Type(() => MoneyBody)
  price!: MoneyBody;

  /** What one reward costs the event. */
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => MoneyBody)
  rewardCost?: MoneyBody;

  /** How many there are; left out = as many as people want. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number;

  @MayBeLeftOut()
  @IsBoolean()
  hidden?: boolean;
}

export class ChangeTierBody {
  @MayBeLeftOut()
  @Length(1, 80)
  name?: string;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(2_000)
  description?: string;

  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => MoneyBody)
  price?: MoneyBody;

  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => MoneyBody)
  rewardCost?: MoneyBody;

  /** Never below what is taken. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number;

  @MayBeLeftOut()
  @IsBoolean()
  hidden?: boolean;
}
