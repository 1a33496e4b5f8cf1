const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** At most `most` posts in `windowMs`. */
export interface PostingLimit {
  readonly most: number;
  readonly windowMs: number;
}

/** How often one person, and one network, may post sparks (SPK-4). */
export const PER_PERSON: readonly PostingLimit[] = [
  { most: 5, windowMs: HOUR },
  { most: 20, windowMs: 24 * HOUR },
];
export const PER_NETWORK: readonly PostingLimit[] = [{ most: 30, windowMs: HOUR }];

/** An unconfirmed post lives this long (SPK-4). */
export const UNCONFIRMED_LIVES_MS = 48 * HOUR;

/**
 * Seconds until another post is allowed; 0 when it is now. `posts` are the instants of earlier posts, newest first.
 */
export function waitBeforePosting(posts: readonly Date[], limits: readonly PostingLimit[], now: Date): number {
  const waits = limits.map(({ most, windowMs }) => {
    const oldestThatCounts = posts[most - 1];
    return oldestThatCounts ? Math.ceil((oldestThatCounts.getTime() + windowMs - now.getTime()) / 1000) : 0;
  });
  return Math.max(0, ...waits);
}
