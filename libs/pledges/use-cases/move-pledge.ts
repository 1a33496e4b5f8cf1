import { Injectable } from '@nestjs/common';
import { money, move } from '#kernel';
import { Ledger, pledgeCommitted, pledgeReleased } from '#ledger';
import type { Tx } from '#platform';
import { GONE, PLEDGE_MOVES, type PledgeState } from '../domain/pledge.js';
import { type PledgeRow, PledgesStore } from '../store/pledges.store.js';
import { TiersStore } from '../store/tiers.store.js';

type Changes = Parameters<PledgesStore['move']>[4];

/** What stands in the memo books of a pledge ends when it is paid or gone. */
const SETTLED: readonly PledgeState[] = ['collected', ...GONE];

/**
 * The one function through which a single pledge changes its state (design.md §8 decision 1): the table is asked, the row
 * moved under guard, its place and its memo entry let go of where the promise ends, and an audit line written.
 */
@Injectable()
export class MovePledge {
  constructor(
    private readonly pledges: PledgesStore,
    private readonly tiers: TiersStore,
    private readonly ledger: Ledger,
  ) {}

  /** Takes a pledge that the caller has locked. Refuses WRONG_STATE. Answers the row as it is now. */
  async to(tx: Tx, pledge: PledgeRow, to: PledgeState, why: { reason?: string; changes?: Changes } = {}): Promise<PledgeRow> {
    move(PLEDGE_MOVES, pledge.state, to);
    const moved = await this.pledges.move(tx, pledge.id, pledge.state, to, why.changes);
    if (moved === 0) throw new Error(`pledge ${pledge.id} was not locked`);
    await tx.audit({
      action: 'pledge moved',
      eventId: pledge.event_id,
      subjectKind: 'pledge',
      subjectId: pledge.id,
      from: pledge.state,
      to,
      reason: why.reason ?? null,
    });
    if (GONE.includes(to) && pledge.tier_id) await this.tiers.free(tx, [pledge.id]);
    if (SETTLED.includes(to) && !RETURNING.includes(pledge.state)) await this.releaseMemo(tx, pledge);
    return { ...pledge, state: to };
  }

  async releaseMemo(tx: Tx, pledge: PledgeRow): Promise<void> {
    await this.ledger.post(tx, pledgeReleased(memoOf(tx, pledge)));
  }

  /** The promise of a changed amount, in place of the one before. */
  async commitMemo(tx: Tx, pledge: PledgeRow): Promise<void> {
    await this.ledger.post(tx, pledgeCommitted(memoOf(tx, pledge)));
  }
}

/** From here `collected` is a return, not the first payment. */
const RETURNING: readonly PledgeState[] = ['disputed', 'partly_refunded', 'refunded', 'refund_failed', 'charged_back'];

const memoOf = (tx: Tx, pledge: PledgeRow) => ({
  eventId: pledge.event_id,
  on: tx.now.toISOString().slice(0, 10),
  id: pledge.version === 1 ? pledge.id : `${pledge.id}:${pledge.version}`,
  amount: money(pledge.amount_minor, pledge.currency),
});
