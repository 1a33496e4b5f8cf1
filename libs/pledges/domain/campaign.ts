import { type Money, type StateTable, compare } from '#kernel';

export const CAMPAIGN_STATES = [
  'draft',
  'in_review',
  'scheduled',
  'live',
  'evaluating',
  'succeeded',
  'failed',
  'collecting',
  'collected',
  'settled',
  'releasing',
  'released',
  'cancelled',
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** `all_or_nothing` charges after the deadline and only if the goal is met; `keep` charges at once. */
export const CAMPAIGN_MODES = ['all_or_nothing', 'keep'] as const;
export type CampaignMode = (typeof CAMPAIGN_MODES)[number];

/** The life of a campaign (spec/money.md §2.1). */
export const CAMPAIGN_MOVES: StateTable<CampaignState> = {
  draft: ['in_review'],
  in_review: ['scheduled', 'draft'],
  scheduled: ['live'],
  live: ['evaluating', 'cancelled'],
  evaluating: ['succeeded', 'failed'],
  succeeded: ['collecting'],
  failed: ['releasing'],
  collecting: ['collected'],
  collected: ['settled'],
  settled: [],
  releasing: ['released'],
  released: [],
  cancelled: [],
};

/** Seen by anybody: everything that has been approved. */
export const isPublic = (state: CampaignState): boolean => state !== 'draft' && state !== 'in_review';

/** A pledge counts if it was committed at the deadline or before, whenever we heard of it (CAM-2). */
export const countsAt = (committedAt: Date, deadline: Date): boolean => committedAt.getTime() <= deadline.getTime();

/** Exactly the goal is enough; a goal of nothing is met by nobody at all. A keep campaign keeps whatever came. */
export const outcomeOf = (mode: CampaignMode, counted: Money, goal: Money): 'succeeded' | 'failed' =>
  mode === 'keep' || compare(counted, goal) >= 0 ? 'succeeded' : 'failed';

const LAST_HOURS_MS = 24 * 3_600_000;

/**
 * Whether a backer's lowering by `by` would take a campaign below its goal in its last 24 hours (PLG-3).
 * Before that, and in a campaign that is below its goal anyway, anyone may go.
 */
export function holdsBack(c: { deadline: Date; counted: Money; goal: Money; holdsAtTheEnd: boolean }, by: Money, now: Date): boolean {
  if (!c.holdsAtTheEnd || c.deadline.getTime() - now.getTime() > LAST_HOURS_MS) return false;
  return compare(c.counted, c.goal) >= 0 && c.counted.minor - by.minor < c.goal.minor;
}
