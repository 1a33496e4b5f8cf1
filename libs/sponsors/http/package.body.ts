import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { MoneyBody, OneLine } from '#platform';
import { BENEFIT_KINDS, type BenefitKind } from '../domain/benefit.js';

/** One line of what is promised. */
export class BenefitBody {
  @Length(1, 200)
  @OneLine()
  name!: string;

  /** A `programme_slot` needs the community decision that allows it. */
  @IsIn(BENEFIT_KINDS)
  kind!: BenefitKind;

  /** How many: logos, tickets, square metres. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  units?: number;

  /** What it is worth to us, for comparing customised deals. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyBody)
  value?: MoneyBody;

  /** Whether the sponsor must first send something (a logo, a text). */
  @IsOptional()
  @IsBoolean()
  needsAsset?: boolean;

  /** Days before the event when it is due; negative = after. */
  @IsOptional()
  @IsInt()
  @Min(-365)
  @Max(730)
  dueDaysBefore?: number;

  /** Reference of the community's decision. */
  @IsOptional()
  @Length(1, 200)
  decision?: string;
}

export class AddPackageBody {
  @Length(1, 100)
  @OneLine()
  name!: string;

  @IsOptional()
  @MaxLength(2000)
  description?: string;

  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  @ValidateNested()
  @Type(() => MoneyBody)
  price!: MoneyBody;

  /** How many deals may hold it at once; left out = as many as come. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  capacity?: number;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => BenefitBody)
  benefits!: BenefitBody[];
}

export class ChangePackageBody {
  @IsOptional()
  @MaxLength(2000)
  description?: string;

  /** Never below the places taken; a package without a limit stays without. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  capacity?: number;

  /** A hidden package keeps its deals and takes no new one. */
  @IsOptional()
  @IsBoolean()
  hidden?: boolean;
}

/** Copies every package of one year, with its benefits, into another. */
export class ClonePackagesBody {
  @IsInt()
  @Min(2000)
  @Max(2100)
  fromYear!: number;

  @IsInt()
  @Min(2000)
  @Max(2100)
  toYear!: number;
}
