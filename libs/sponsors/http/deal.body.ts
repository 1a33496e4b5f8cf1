import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsUrl, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { CalendarDay, ListQuery, MoneyBody, OneLine } from '#platform';
import { type BenefitState, BENEFIT_STATES, EVIDENCE_KINDS, type EvidenceKind } from '../domain/benefit.js';
import { type DealState, DEAL_STATES } from '../domain/deal.js';

const STATES = Object.keys(DEAL_STATES) as DealState[];
const BENEFITS = Object.keys(BENEFIT_STATES) as BenefitState[];

/** The person who speaks for the organisation. */
export class ContactBody {
  @Length(1, 100)
  @OneLine()
  name!: string;

  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class OpenDealBody {
  /** Legal or usual name of the sponsor. */
  @Length(1, 200)
  @OneLine()
  organisation!: string;

  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(300)
  website?: string;

  /** Branch of trade, for exclusivity. */
  @IsOptional()
  @Length(1, 60)
  category?: string;

  /** Whether it is the only sponsor of its category. */
  @IsOptional()
  @IsBoolean()
  exclusive?: boolean;

  @IsOptional()
  @IsUUID()
  packageId?: string;

  /** Agreed price; left out = the package's. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyBody)
  price?: MoneyBody;

  @IsOptional()
  @ValidateNested()
  @Type(() => ContactBody)
  contact?: ContactBody;

  /** Whether the public thank-you list may name it; yes unless said otherwise. */
  @IsOptional()
  @IsBoolean()
  isPublic?: boolean;
}

export class MoveDealBody {
  @IsIn(STATES)
  to!: DealState;

  /** Needed for `lost` and `withdrawn`. */
  @IsOptional()
  @Length(1, 500)
  reason?: string;

  /** With `invoiced`: the day it is due; left out = 30 days after today. */
  @IsOptional()
  @CalendarDay()
  dueOn?: string;

  /** With `invoiced`: the sponsor's purchase-order number. */
  @IsOptional()
  @Length(1, 60)
  @OneLine()
  purchaseOrder?: string;
}

export class EvidenceBody {
  @IsIn(EVIDENCE_KINDS)
  kind!: EvidenceKind;

  /** The address, the name of the file or photo, or the count. */
  @Length(1, 500)
  text!: string;
}

export class MoveBenefitBody {
  @IsIn(BENEFITS)
  to!: BenefitState;

  /** Needed for `at_risk` and `waived`. */
  @IsOptional()
  @Length(1, 500)
  reason?: string;

  /** Needed for `delivered` and `made_good`. */
  @IsOptional()
  @ValidateNested()
  @Type(() => EvidenceBody)
  evidence?: EvidenceBody;
}

export class ListDealsQuery extends ListQuery {
  @IsOptional()
  @IsIn(STATES)
  state?: DealState;
}
