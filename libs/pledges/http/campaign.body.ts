import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MoneyBody, OneLine, PartOf, SomeMoneyBody } from '#platform';
import { CAMPAIGN_MODES, type CampaignMode } from '../domain/campaign.js';

export class CampaignBody {
  @Length(3, 120)
  @OneLine()
  title!: string;

  /** What the money is for, in plain text. */
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  story?: string;

  /** What people who pledge by transfer are told: holder, bank, account. */
  @IsOptional()
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

  /** The most that may be pledged, at least the goal; left out or null = as much as people want. Set before the campaign is live. */
  @IsOptional()
  @ValidateIf((body: CampaignBody) => body.target !== null && body.target !== undefined)
  @ValidateNested()
  @Type(() => SomeMoneyBody)
  target?: SomeMoneyBody | null;

  /** The most that one person may pledge, all their pledges together; left out or null = as much as they want. Set before the campaign is live. */
  @IsOptional()
  @ValidateIf((body: CampaignBody) => body.backerCap !== null && body.backerCap !== undefined)
  @ValidateNested()
  @Type(() => SomeMoneyBody)
  backerCap?: SomeMoneyBody | null;

  /** When it begins to take pledges, once approved. An ISO instant; at once when left out. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 40)
  opensAt?: string;

  /** Local time where the event takes place, such as 2026-06-01T22:00. */
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  deadline!: string;

  /** In the last 24 hours nobody may take the campaign below its goal again. */
  @IsOptional()
  @IsBoolean()
  holdsAtTheEnd?: boolean;
}

/** What is left out stays as it is. */
export class ChangeCampaignBody extends PartOf(CampaignBody) {}

export class ReasonBody {
  /** Why; kept in the audit log. */
  @Length(3, 500)
  reason!: string;
}

export class TierBody {
  @Length(1, 80)
  @OneLine()
  name!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  description?: string;

  @ValidateNested()
  @Type(() => SomeMoneyBody)
  price!: SomeMoneyBody;

  /** What one reward costs the event. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyBody)
  rewardCost?: MoneyBody;

  /** How many there are; left out = as many as people want. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number;

  @IsOptional()
  @IsBoolean()
  hidden?: boolean;
}

/** What is left out stays as it is; the number never goes below what is taken. */
export class ChangeTierBody extends PartOf(TierBody) {}
