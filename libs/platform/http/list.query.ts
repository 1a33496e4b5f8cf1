import { Type } from 'class-transformer';
import { IsInt, IsOptional, Length, Max, Min } from 'class-validator';

/** How much of a list to show, and from where. */
export class ListQuery {
  /** Items on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 25;

  /** The `next` of the page before. */
  @IsOptional()
  @Length(1, 500)
  after?: string;
}
