import { type Db, type Tx, refusingOn } from '#platform';
import { refuse } from '../domain/pledge.refusals.js';

/** What the database says beside its no: JSON in the detail of the error. */
function saidBy(error: unknown): Record<string, unknown> {
  const inner = (error as { driverError?: unknown }).driverError ?? error;
  const { detail } = inner as { detail?: unknown };
  try {
    return typeof detail === 'string' ? (JSON.parse(detail) as Record<string, unknown>) : {};
  } catch {
    // A detail in the database's own words is about something else.
    return {};
  }
}

/**
 * Runs a write that promises more, or changes what may be promised (PBG-5): the database's no becomes TARGET_REACHED with what is
 * left, BACKER_CAP with the cap and what is left of it, TARGET_BELOW_GOAL, TARGET_BELOW_PROMISED or MODE_IS_FIXED. `known`: whether who asks
 * is the backer beyond doubt; anybody else is not told what that person has pledged already.
 */
export async function refusingWithoutRoom<T>(write: () => Promise<T>, known = true): Promise<T> {
  let said: Record<string, unknown> = {};
  return refusingOn(
    {
      pledge_within_target: () => refuse.TARGET_REACHED(said),
      pledge_within_cap: () => refuse.BACKER_CAP(known ? said : { cap: said.cap, currency: said.currency }),
      campaign_target_above_goal: () => refuse.TARGET_BELOW_GOAL(),
      campaign_target_below_promised: () => refuse.TARGET_BELOW_PROMISED(said),
      campaign_limit_too_late: () => refuse.MODE_IS_FIXED({}, 'A target or a cap is set before a campaign is live.'),
    },
    () =>
      write().catch((error: unknown) => {
        said = saidBy(error);
        throw error;
      }),
  );
}

/** Everything that is promised to a campaign and may still be collected, or has been; minor units. */
export async function promisedTo(db: Db, campaignId: string): Promise<bigint> {
  const { sum } = await db.one<{ sum: bigint }>('select pledges.promised($1) as sum', [campaignId]);
  return sum;
}

/** Lets nobody promise anything to this campaign until the transaction ends: for a decision about its target. */
export async function lockRoom(tx: Tx, campaignId: string): Promise<void> {
  await tx.query('select pledges.lock_room($1)', [campaignId]);
}
