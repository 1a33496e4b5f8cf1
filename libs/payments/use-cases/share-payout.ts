import { Injectable } from '@nestjs/common';
import { type Id, money, negate, toWire } from '#kernel';
import { Ledger, PAYOUTS_IN_TRANSIT, payoutFailed, payoutSent } from '#ledger';
import { Database, type Tx, UnitOfWork } from '#platform';
import { PaymentProvider } from '../domain/provider.js';
import { type BalanceLineRow, BalanceStore } from '../store/balance.store.js';
import { type PayoutRow, PayoutsStore } from '../store/payouts.store.js';

/**
 * Books a payout in the books of every event whose money is in it. Stripe pays one sum for the whole installation: its
 * itemised lines say whose it is. While only one event has money at Stripe there is nothing to wait for.
 */
@Injectable()
export class SharePayout {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly lines: BalanceStore,
    private readonly payouts: PayoutsStore,
    private readonly ledger: Ledger,
  ) {}

  /** Leaves the line waiting while Stripe is still itemising; it is asked again with the next reading. */
  async book(line: BalanceLineRow): Promise<void> {
    if (!line.source_id) return;
    const seen = await this.provider.payout(line.source_id);
    const shares = line.type === 'payout' ? await this.sharesFor(line.source_id, seen.amount) : undefined;
    if (line.type === 'payout' && !shares) return;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.lines.claim(tx, line.id))) return;
      const payout = await this.payouts.put(tx, seen);
      const entryId = shares ? await this.sent(tx, line, payout, shares) : await this.cameBack(tx, line, payout);
      if (entryId) await this.lines.booked(tx, line.id, null, 'booked', entryId);
    });
  }

  /** How much of a payout is whose: Σ net of its lines by event; undefined while that is not known. */
  private async sharesFor(payoutId: string, whole: bigint): Promise<Map<string, bigint> | undefined> {
    const events = await this.lines.events(this.database);
    const [only] = events;
    if (only && events.length === 1) return new Map([[only.event_id, whole]]);
    const items = (await this.provider.balanceLinesOf(payoutId))?.filter((l) => l.type !== 'payout');
    if (!items || items.reduce((sum, l) => sum + l.net, 0n) !== whole) return undefined;
    const known = await this.lines.eventsOf(
      this.database,
      items.map((l) => l.id),
    );
    const shares = new Map<string, bigint>();
    for (const { event_id, net_minor } of known) if (event_id) shares.set(event_id, (shares.get(event_id) ?? 0n) + net_minor);
    return [...shares.values()].reduce((a, b) => a + b, 0n) === whole ? shares : undefined;
  }

  private async sent(tx: Tx, line: BalanceLineRow, payout: PayoutRow, shares: Map<string, bigint>): Promise<string | undefined> {
    let entryId: string | undefined;
    for (const [eventId, minor] of [...shares].sort()) {
      if (minor === 0n) continue;
      const share = await this.payouts.share(tx, payout, eventId, minor);
      const amount = money(minor, payout.currency);
      ({ entryId } = await this.ledger.post(tx, payoutSent({ ...occasion(line, eventId, payout), amount })));
      await this.ledger.expect(tx, {
        eventId: eventId as Id<'event'>,
        kind: 'payout',
        sourceId: share.id,
        direction: minor > 0n ? 'in' : 'out',
        amount: minor > 0n ? amount : negate(amount),
        reference: payout.stripe_id,
        expectedOn: payout.arrives_on,
        counterAccount: PAYOUTS_IN_TRANSIT,
        text: 'Payout arrived at the bank',
      });
      await tx.fact({
        type: 'PayoutAnnounced',
        eventId: eventId as Id<'event'>,
        body: { payoutId: payout.id, shareId: share.id, ...toWire(amount), arrivesOn: payout.arrives_on },
      });
    }
    return entryId;
  }

  /** A payout that came back: every share of it is at Stripe again, and no longer expected at the bank. */
  private async cameBack(tx: Tx, line: BalanceLineRow, payout: PayoutRow): Promise<string | undefined> {
    let entryId: string | undefined;
    for (const share of await this.payouts.sharesOf(tx, payout.id)) {
      ({ entryId } = await this.ledger.post(
        tx,
        payoutFailed({ ...occasion(line, share.event_id, payout), amount: money(share.amount_minor, share.currency) }),
      ));
      await this.payouts.moveShare(tx, share.id, ['sent', 'arrived'], 'failed');
      await this.ledger.withdrawExpectation(tx, { eventId: share.event_id as Id<'event'>, kind: 'payout', sourceId: share.id });
    }
    return entryId;
  }
}

const occasion = (line: BalanceLineRow, eventId: string, payout: PayoutRow) => ({
  eventId: eventId as Id<'event'>,
  on: line.created_at.toISOString().slice(0, 10),
  id: line.stripe_txn_id,
  meta: { payout: payout.stripe_id, balance_transaction: line.stripe_txn_id },
});
