import { IsIn, IsOptional, IsUUID, Length } from 'class-validator';
import { REPORT_REASONS, type ReportReason } from '../domain/moderation.js';

/** What you say, and to whom. */
export class CommentBody {
  @Length(1, 1000)
  text!: string;

  /** The comment you answer; replies go three levels deep. */
  @IsOptional()
  @IsUUID()
  parentId?: string;

  /** Shown as counts. */
  @IsOptional()
  @IsIn(['for', 'neutral', 'against'])
  stance?: 'for' | 'neutral' | 'against';
}

/** Why something should be looked at. */
export class ReportBody {
  @IsIn(REPORT_REASONS)
  reason!: ReportReason;

  @IsOptional()
  @Length(0, 500)
  note?: string;
}

/** A moderator's decision. */
export class DecideBody {
  /** Told to the author. */
  @Length(3, 500)
  reason!: string;
}
