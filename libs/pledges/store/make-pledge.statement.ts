import { newId } from '#kernel';
import { type EntryDraft } from '#ledger';
import { type Db, refusingOn } from '#platform';
import type { Display } from '../domain/pledge.js';
import { refuse } from '../domain/pledge.refusals.js';
import { refusingWithoutRoom } from './room.js';

export interface NewPledge {
  id: string;
  campaignId: string;
  tierId: string | null;
  backerId: string;
  clientKey: string;
  requestHash: Buffer;
  reference: string;
  method: 'card' | 'transfer';
  amountMinor: bigint;
  coverMinor: bigint;
  currency: string;
  display: Display;
  organisation: { name: string; address: string | null; po: string | null } | null;
}

/**
 * Makes a pledge in one round trip (spec/performance.md §1.3): the SQL function of the same name takes the place, writes
 * the pledge, the memo entry, the fact and the visit to the hosted page, and says no with a named constraint. `isGuest`: the
 * backer is not signed in, and is not told what they have pledged already.
 */
export async function makePledge(
  db: Db,
  p: NewPledge,
  memo: EntryDraft,
  at: { now: Date; actorId: string | null; isGuest?: boolean },
): Promise<{ pledgeId: string; replayed: boolean }> {
  const row = await refusingOn(
    {
      pledge_key_reused: () => refuse.PLEDGE_KEY_REUSED(),
      campaign_not_found: () => refuse.CAMPAIGN_NOT_FOUND(),
      campaign_not_live: () => refuse.CAMPAIGN_NOT_LIVE(),
      campaign_closed: () => refuse.CAMPAIGN_CLOSED(),
      pledge_wrong_currency: () => refuse.PLEDGE_WRONG_CURRENCY(),
      tier_not_found: () => refuse.TIER_NOT_FOUND(),
      tier_sold_out: () => refuse.TIER_SOLD_OUT(),
      pledge_too_small: () => refuse.PLEDGE_TOO_SMALL(),
    },
    () =>
      refusingWithoutRoom(
        () =>
          db.one<{ pledge_id: string; replayed: boolean }>(
            `select * from pledges.make_pledge($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
            [
              p.id,
              p.campaignId,
              p.tierId,
              p.backerId,
              p.clientKey,
              p.requestHash,
              p.reference,
              p.method,
              p.amountMinor,
              p.coverMinor,
              p.currency,
              p.display,
              p.organisation?.name ?? null,
              p.organisation?.address ?? null,
              p.organisation?.po ?? null,
              at.now,
              newId(),
              newId(),
              newId(),
              at.actorId,
              memo.lines.map((l) => l.account),
              memo.lines.map((l) => l.commodity),
              memo.lines.map((l) => l.debit ?? 0n),
              memo.lines.map((l) => l.credit ?? 0n),
            ],
          ),
        at.isGuest !== true,
      ),
  );
  return { pledgeId: row.pledge_id, replayed: row.replayed };
}
