import { Injectable } from '@nestjs/common';
import { Ledger } from '#ledger';
import { type Tx, UnitOfWork } from '#platform';
import { type BalanceLineRow, BalanceStore } from '../store/balance.store.js';
import { ExceptionsStore } from '../store/exceptions.store.js';
import { type IntentRow, IntentsStore } from '../store/intents.store.js';
import { entriesForLine, isCharge, isPayout, isTaught } from './entries-for-line.js';
import { SettleIntent } from './settle-intent.js';
import { SharePayout } from './share-payout.js';

/** A payment we may only be about to hear of gets this long before its money counts as unexplained. */
const PATIENCE_MS = 3_600_000;

/** Books one line of Stripe's statement, exactly once, in the event it belongs to (REC-1). */
@Injectable()
export class BookBalanceLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: BalanceStore,
    private readonly intents: IntentsStore,
    private readonly exceptions: ExceptionsStore,
    private readonly ledger: Ledger,
    private readonly settle: SettleIntent,
    private readonly payouts: SharePayout,
  ) {}

  async execute(line: BalanceLineRow): Promise<void> {
    if (isPayout(line.type)) return this.payouts.book(line);
    if (isCharge(line.type) && line.intent_stripe_id) await this.settle.look(line.intent_stripe_id);
    await this.unitOfWork.run(async (tx) => {
      const row = await this.lines.claim(tx, line.id);
      if (!row) return;
      const intent = row.intent_stripe_id ? await this.intents.byStripeId(tx, row.intent_stripe_id) : undefined;
      const explained = isExplained(row, intent);
      if (!explained && isCharge(row.type) && tx.now.getTime() - row.created_at.getTime() < PATIENCE_MS) return;
      const eventId = intent?.event_id ?? (await this.lines.events(tx))[0]?.event_id;
      if (!eventId) return;
      await this.book(tx, row, eventId, explained);
    });
  }

  private async book(tx: Tx, row: BalanceLineRow, eventId: string, explained: boolean): Promise<void> {
    const known = explained && isTaught(row);
    let entryId: string | null = null;
    for (const entry of entriesForLine(row, eventId, known)) entryId = (await this.ledger.post(tx, entry)).entryId;
    await this.lines.booked(tx, row.id, eventId, known ? 'booked' : 'suspense', entryId);
    if (known) return;
    const details = { type: row.type, net: `${row.net_minor} ${row.currency}`, source: row.source_id };
    await this.exceptions.found(tx, { eventId, kind: 'unexplained movement', subject: row.stripe_txn_id, details });
  }
}

/** A charge is explained by a payment of ours of just that amount; everything else by its type. */
const isExplained = (line: BalanceLineRow, intent: IntentRow | undefined): boolean =>
  isCharge(line.type)
    ? intent?.state === 'succeeded' && intent.amount_minor === line.amount_minor && intent.currency === line.currency
    : true;
