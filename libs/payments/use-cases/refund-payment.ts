import { Injectable } from '@nestjs/common';
import { type Id, type Money, money } from '#kernel';
import { Database, type Tx, UnitOfWork } from '#platform';
import { needsSecondPerson, refundRefusals } from '../domain/refund.js';
import type { Source } from '../domain/source.js';
import { DisputesStore } from '../store/disputes.store.js';
import { type IntentRow, IntentsStore } from '../store/intents.store.js';
import { RefundsStore } from '../store/refunds.store.js';
import { AcceptRefund } from './accept-refund.js';

interface Wish {
  eventId: string;
  source: Source;
  amountMinor: bigint;
  reason: string;
  by: Id<'account'>;
}

export interface WaitingRefund {
  id: string;
  /** The pledge that was paid for. */
  sourceId: string;
  amount: Money;
  reason: string;
  requestedBy: string | null;
  requestedAt: Date;
}

/** A treasurer gives money back; above a limit another one has to approve (REF-1, REF-2). */
@Injectable()
export class RefundPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly intents: IntentsStore,
    private readonly refunds: RefundsStore,
    private readonly disputes: DisputesStore,
    private readonly acceptRefund: AcceptRefund,
  ) {}

  /** Refuses PAYMENT_NOT_FOUND, REFUND_WHILE_DISPUTED and REFUND_TOO_LARGE. Answers the refund and whether it waits. */
  request(wish: Wish): Promise<{ refundId: string; waits: boolean }> {
    return this.unitOfWork.run(async (tx) => {
      const intent = await this.paid(tx, wish);
      if (!intent) throw refundRefusals.PAYMENT_NOT_FOUND();
      if (await this.disputes.isOpen(tx, intent.id)) throw refundRefusals.REFUND_WHILE_DISPUTED();
      const refundId = await this.ask(tx, intent, wish, 'treasurer');
      const waits = needsSecondPerson(money(wish.amountMinor, intent.currency));
      if (!waits) await this.acceptRefund.accept(tx, refundId, null);
      return { refundId, waits };
    });
  }

  /**
   * Asks for all that is left of a payment to go back, because what it was for was called off (REF-7): whatever its size, another
   * treasurer approves. Asked twice it asks once. False when nothing is left, or a dispute decides about it.
   */
  requestRest(wish: Omit<Wish, 'amountMinor'>): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const intent = await this.paid(tx, wish);
      if (!intent || (await this.disputes.isOpen(tx, intent.id))) return false;
      const amountMinor = intent.amount_minor - intent.refunding_minor - intent.lost_minor;
      if (amountMinor <= 0n) return false;
      await this.ask(tx, intent, { ...wish, amountMinor }, 'campaign');
      return true;
    });
  }

  /** Refunds that wait for a second treasurer, oldest first. */
  async waiting(eventId: string): Promise<WaitingRefund[]> {
    const rows = await this.refunds.waiting(this.database, eventId);
    return rows.map((row) => ({
      id: row.id,
      sourceId: row.source_id,
      amount: money(row.amount_minor, row.currency),
      reason: row.reason,
      requestedBy: row.requested_by,
      requestedAt: row.requested_at,
    }));
  }

  /** Approved by a second treasurer. Refuses REFUND_TWO_PEOPLE and REFUND_NOT_FOUND. */
  approve(eventId: string, refundId: string, by: Id<'account'>): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.refunds.byId(tx, eventId, refundId);
      if (!row || row.state !== 'requested') throw refundRefusals.REFUND_NOT_FOUND();
      if (row.requested_by === by) throw refundRefusals.REFUND_TWO_PEOPLE();
      await this.acceptRefund.accept(tx, refundId, by);
    });
  }

  /** Not given: the amount is free to be refunded again. */
  refuse(eventId: string, refundId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.refunds.byId(tx, eventId, refundId);
      if (!row || (await this.refunds.move(tx, refundId, ['requested'], 'refused')) === 0) throw refundRefusals.REFUND_NOT_FOUND();
      await this.refunds.unreserve(tx, row.intent_id, row.amount_minor);
      await tx.audit({ action: 'refund refused', eventId, subjectKind: 'refund', subjectId: refundId, from: 'requested', to: 'refused' });
    });
  }

  /** The payment of a source that has succeeded, locked. */
  private async paid(tx: Tx, { eventId, source }: Omit<Wish, 'amountMinor'>): Promise<IntentRow | undefined> {
    const alive = await this.intents.aliveOf(tx, source);
    const intent = alive && (await this.intents.lock(tx, alive.id));
    return intent?.event_id === eventId && intent.state === 'succeeded' ? intent : undefined;
  }

  private async ask(tx: Tx, intent: IntentRow, wish: Wish, origin: 'treasurer' | 'campaign'): Promise<string> {
    const { amountMinor, reason, by, eventId } = wish;
    const refundId = await this.refunds.request(tx, intent, { amountMinor, origin, reason, by });
    await tx.audit({ action: 'refund requested', eventId, subjectKind: 'refund', subjectId: refundId, to: 'requested', reason });
    return refundId;
  }
}
