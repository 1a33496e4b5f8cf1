import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MoneyBody, OneLine } from '#platform';

/** One line of a cost sheet. */
export class CostLineBody {
  @Length(1, 150)
  @OneLine()
  label!: string;

  /** Income lowers what the proposal costs. */
  @IsIn(['expense', 'income'])
  kind!: 'expense' | 'income';

  /** Whole units. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  quantity!: number;

  @ValidateNested()
  @Type(() => MoneyBody)
  unitPrice!: MoneyBody;

  /** The least it can be done for; without it, the full amount. */
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyBody)
  min?: MoneyBody;

  /** An offer or a price list. */
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(500)
  evidenceUrl?: string;
}

/** What a proposal costs. Replaces the sheet that was there. */
export class CostsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CostLineBody)
  lines!: CostLineBody[];
}
