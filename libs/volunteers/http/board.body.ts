import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Length, Max, Min, ValidateNested } from 'class-validator';
import { OneLine } from '#platform';
import { type Stage, STAGES } from '../domain/task.js';

export class ColumnBody {
  @Length(1, 60)
  @OneLine()
  name!: string;

  /** Where a task stands while it is in this column. */
  @IsIn(STAGES)
  stage!: Stage;

  /** Most cards at once. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  wipLimit?: number;

  /** Whether the limit refuses one card more or only shows. */
  @IsOptional()
  @IsBoolean()
  wipHard?: boolean;
}

export class OpenBoardBody {
  @Length(1, 100)
  @OneLine()
  name!: string;

  /** Whether people outside the team may read it. */
  @IsOptional()
  @IsBoolean()
  isPublic?: boolean;

  /** Left out = backlog, ready, doing, review, done. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ColumnBody)
  columns?: ColumnBody[];
}

export class LimitColumnBody {
  /** Most cards at once; left out = no limit. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  wipLimit?: number;

  @IsOptional()
  @IsBoolean()
  wipHard?: boolean;
}
