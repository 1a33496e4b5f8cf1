/** How often each reason was given. */
export class ReportCountView {
  /** spam, offensive, off_topic, personal_data or other. */
  reason!: string;
  count!: number;
}

/** Something that waits for a moderator, or was decided. */
export class ModerationCaseView {
  id!: string;
  /** spark, comment or proposal. */
  kind!: string;
  subjectId!: string;
  /** queued, hidden or restored. */
  state!: string;
  /** Out of sight by the number of reports; no person has decided yet. */
  hiddenByReports!: boolean;
  /** What it says. */
  excerpt!: string;
  reports!: ReportCountView[];
  openedAt!: string;
  decidedAt!: string | null;
  reason!: string | null;
}

export class ModerationPageView {
  items!: ModerationCaseView[];
  next!: string | null;
}
