import { Injectable } from '@nestjs/common';
import { type Id, money } from '#kernel';
import { Ledger, refundAccepted } from '#ledger';
import type { Tx } from '#platform';
import { refundRefusals } from '../domain/refund.js';
import type { IntentRow } from '../store/intents.store.js';
import { RefundsStore } from '../store/refunds.store.js';

/** Makes a refund ours to pay: booked as owed, and sent. In the caller's transaction. */
@Injectable()
export class AcceptRefund {
  constructor(
    private readonly refunds: RefundsStore,
    private readonly ledger: Ledger,
  ) {}

  /** Refuses REFUND_NOT_FOUND when it is not waiting for approval. */
  async accept(tx: Tx, id: string, approvedBy: string | null): Promise<void> {
    const row = await this.refunds.approve(tx, id, approvedBy);
    if (!row) throw refundRefusals.REFUND_NOT_FOUND();
    const amount = money(row.amount_minor, row.currency);
    await this.ledger.post(tx, refundAccepted({ eventId: row.event_id as Id<'event'>, on: tx.now.toISOString().slice(0, 10), id, amount }));
    await tx.audit({
      action: 'refund approved',
      eventId: row.event_id,
      subjectKind: 'refund',
      subjectId: id,
      from: 'requested',
      to: 'approved',
      reason: row.reason,
    });
    if (!row.stripe_id) await tx.enqueue('send-refund', { refund: id });
  }

  /** Money that nobody was entitled to goes back without asking (CHG-5). */
  async giveBack(tx: Tx, intent: IntentRow, plan: { amountMinor: bigint; origin: 'race' | 'campaign'; reason: string }): Promise<string> {
    const id = await this.refunds.request(tx, intent, { ...plan, by: null });
    await this.accept(tx, id, null);
    return id;
  }
}
