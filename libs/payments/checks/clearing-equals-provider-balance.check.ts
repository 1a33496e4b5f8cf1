import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { Ledger } from '#ledger';
import { AsksThat, type Check, type Db } from '#platform';
import { type BalanceLineSeen, PaymentProvider, ProviderFailure } from '../domain/provider.js';
import { BalanceStore } from '../store/balance.store.js';
import { ReadBalance } from '../use-cases/read-balance.js';

/** How often Stripe is asked again because something moved between two questions. */
const TRIES = 5;

/**
 * The standing invariant of the clearing account (I6). What is still on its way into the books (lines that wait, or that we have not read)
 * is asked for and taken into account, so that a difference is a difference.
 */
@Injectable()
@AsksThat('I6', 'what the books say is at Stripe, over all events, is what Stripe says it holds')
export class ClearingEqualsProviderBalance implements Check {
  constructor(
    private readonly provider: PaymentProvider,
    private readonly ledger: Ledger,
    private readonly lines: BalanceStore,
    private readonly reading: ReadBalance,
  ) {}

  async violations(db: Db): Promise<object[]> {
    const events = await this.lines.events(db);
    if (events.length === 0) return [];
    try {
      const { held, shown } = await this.atRest(db);
      const found: object[] = [];
      for (const [currency, atStripe] of held) {
        let inBooks = 0n;
        for (const { event_id } of events)
          inBooks += await this.ledger.balanceOf(db, event_id as Id<'event'>, 'Assets:Stripe:Balance', currency);
        const underWay = await this.lines.underWay(db, currency, shown);
        if (inBooks + underWay !== atStripe)
          found.push({ currency, atStripe: String(atStripe), inBooks: String(inBooks), underWay: String(underWay) });
      }
      return found;
    } catch (error) {
      if (error instanceof ProviderFailure) return [{ unanswered: error.code }];
      throw error;
    }
  }

  /** The balance, and the lines that had made it when it was asked for: nothing was added between the question before it and the one after. */
  private async atRest(db: Db): Promise<{ held: Map<string, bigint>; shown: BalanceLineSeen[] }> {
    let shown = await this.reading.shown(db);
    for (let tries = TRIES; ; tries -= 1) {
      const held = await this.provider.balance();
      const after = await this.reading.shown(db);
      if (after.length === shown.length || tries === 1) return { held, shown: after };
      shown = after;
    }
  }
}
