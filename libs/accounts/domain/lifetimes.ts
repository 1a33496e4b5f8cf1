const AN_HOUR_MS = 3_600_000;
const A_DAY_MS = 24 * AN_HOUR_MS;

/** A session ends this long after it began, in use or not. */
export const SESSION_LONGEST_MS = 14 * A_DAY_MS;
/** A session that is not used ends after this. */
export const SESSION_IDLE_MS = 8 * AN_HOUR_MS;
/** Failed sign-ins count this long (spec: ten in a quarter of an hour). */
export const FAILURES_COUNT_MS = AN_HOUR_MS / 4;
/** A dead link is kept this long: the limits on mails count those of the last hour. */
export const DEAD_LINK_KEPT_MS = A_DAY_MS;
/** A token that has expired is shown to its owner for this long. */
export const DEAD_TOKEN_KEPT_MS = 30 * A_DAY_MS;
