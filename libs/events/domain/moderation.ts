/** Why people report something (DSC-2). */
export const REPORT_REASONS = ['spam', 'offensive', 'off_topic', 'personal_data', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What can be reported and hidden. */
export type ModeratedKind = 'spark' | 'comment' | 'proposal';

/** So many reports that weigh take a thing out of sight before anybody has decided. */
export const REPORTS_THAT_HIDE = 3;

const A_DAY_MS = 24 * 60 * 60_000;

/** A report weighs when its account had been confirmed for 24 hours; younger ones only bring the item to the queue. */
export const weighs = (confirmedAt: Date | null, now: Date): boolean =>
  confirmedAt !== null && now.getTime() - confirmedAt.getTime() >= A_DAY_MS;

export const hidesByReports = (weighing: number): boolean => weighing >= REPORTS_THAT_HIDE;
