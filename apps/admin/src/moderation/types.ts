export interface ModerationCase {
  id: string;
  /** spark, comment or proposal. */
  kind: string;
  state: string;
  /** Out of sight by the number of reports; no person has decided yet. */
  hiddenByReports: boolean;
  excerpt: string;
  reports: { reason: string; count: number }[];
  openedAt: string;
  reason: string | null;
}
