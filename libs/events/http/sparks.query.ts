import { IsIn, IsOptional, Length, Matches } from 'class-validator';
import { ListQuery } from '#platform';

export const SPARK_SORTS = ['fair', 'supported', 'newest'] as const;

/** Which sparks, in which order. */
export class SparksQuery extends ListQuery {
  /** Slug of an event; without it, the open wall. */
  @IsOptional()
  @Matches(/^[a-z0-9](-?[a-z0-9]){1,39}$/)
  event?: string;

  /** `fair` is an order of one's own that does not change; the default while sparks are gathered, afterwards `supported`. */
  @IsOptional()
  @IsIn(SPARK_SORTS)
  sort?: (typeof SPARK_SORTS)[number];
}

/** What somebody is typing. */
export class SimilarSparksQuery {
  /** The text so far; look-alikes are searched from the third word on. */
  @Length(1, 4000)
  text!: string;

  /** Slug of an event; without it, the open wall. */
  @IsOptional()
  @Matches(/^[a-z0-9](-?[a-z0-9]){1,39}$/)
  event?: string;
}
