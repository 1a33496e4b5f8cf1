import { IsOptional, IsUUID, Length } from 'class-validator';
import { ListQuery } from '#platform';

export class ListAuditQuery extends ListQuery {
  /** Only rows about this kind of thing. */
  @IsOptional()
  @Length(1, 100)
  subjectKind?: string;

  /** Only rows about this thing. */
  @IsOptional()
  @Length(1, 200)
  subjectId?: string;

  /** Only what this person did. */
  @IsOptional()
  @IsUUID()
  actorId?: string;
}
