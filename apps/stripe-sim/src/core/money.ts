import { addBusinessDays } from './business-days.js';
import { fresh } from './description.js';
import { taxOn } from './fees.js';
import type { BalanceTransaction } from './objects.js';
import type { Sim } from './sim.js';

/** The two pots of one currency and, kept apart from them, the sum of all net amounts ever posted. */
export interface Funds {
  id: string;
  available: number;
  pending: number;
  net: number;
}

export interface Posting {
  type: string;
  category?: string;
  amount: number;
  currency: string;
  fee?: number;
  feeDescription?: string;
  source: string;
  description?: string | null;
  /** Epoch seconds; now when absent. */
  availableOn?: number;
  exchangeRate?: number | null;
}

const feeLine = (amount: number, currency: string, description: string, type: string) => ({
  amount,
  application: null,
  currency,
  description,
  type,
});

/** The account's balance: every movement is a balance transaction with net = amount − fee. */
export class Money {
  private readonly unripe = new Set<BalanceTransaction>();
  private readonly ripening = new Set<number>();

  constructor(private readonly sim: Sim) {
    sim.onTask('available', (day) => this.ripen(Number(day)));
    sim.onTask('refunds', () => sim.refundsWaiting());
  }

  load(): void {
    this.unripe.clear();
    this.ripening.clear();
    for (const row of this.sim.balanceTransactions.rows) if (row.status === 'pending') this.unripe.add(row);
    for (const row of this.unripe) this.ripening.add(row.available_on);
  }

  funds(currency: string): Funds {
    return this.sim.funds.get(currency) ?? this.sim.funds.save({ id: currency, available: 0, pending: 0, net: 0 });
  }

  /** When money taken now (epoch seconds) can be paid out: three UK business days on. */
  settlesOn(at = this.sim.clock.seconds()): number {
    return addBusinessDays(at, this.sim.config.settlementDays);
  }

  post(p: Posting): BalanceTransaction {
    const { sim } = this;
    const now = sim.clock.seconds();
    const own = p.fee ?? 0;
    const tax = taxOn(sim.config.fees, own);
    const fee = own + tax;
    const availableOn = p.availableOn ?? now;
    const row = fresh<BalanceTransaction>('balance_transaction', {
      id: sim.ids.next('txn_'),
      amount: p.amount,
      available_on: availableOn,
      balance_type: 'payments',
      created: now,
      currency: p.currency,
      description: p.description ?? null,
      exchange_rate: p.exchangeRate ?? null,
      fee,
      fee_details: [
        ...(own ? [feeLine(own, p.currency, p.feeDescription ?? 'Stripe processing fees', 'stripe_fee')] : []),
        ...(tax ? [feeLine(tax, p.currency, 'Tax', 'tax')] : []),
      ],
      net: p.amount - fee,
      reporting_category: p.category ?? p.type,
      source: p.source,
      status: availableOn > now ? 'pending' : 'available',
      type: p.type,
    });
    const funds = this.funds(p.currency);
    funds[row.status] += row.net;
    funds.net += row.net;
    sim.funds.save(funds);
    sim.balanceTransactions.save(row);
    if (row.status === 'available') {
      if (row.net > 0 && sim.refunds.rows.some((r) => r.pending_reason === 'insufficient_funds'))
        sim.tasks.add(sim.clock.now(), 'refunds', '', 4);
    } else {
      this.unripe.add(row);
      if (!this.ripening.has(availableOn)) {
        this.ripening.add(availableOn);
        sim.tasks.add(availableOn * 1000, 'available', String(availableOn), 1);
      }
    }
    return row;
  }

  private ripen(day: number): void {
    const { sim } = this;
    this.ripening.delete(day);
    for (const row of this.unripe) {
      if (row.available_on > day) continue;
      this.unripe.delete(row);
      row.status = 'available';
      sim.balanceTransactions.save(row);
      const funds = this.funds(row.currency);
      funds.pending -= row.net;
      funds.available += row.net;
      sim.funds.save(funds);
    }
    sim.events.emit('balance.available', this.balance());
    sim.refundsWaiting();
  }

  /** `GET /v1/balance`. */
  balance(): { object: string } {
    const rows = this.sim.funds.rows.length ? this.sim.funds.rows : [this.funds(this.sim.config.currency)];
    const pot = (key: 'available' | 'pending') => rows.map((f) => ({ amount: f[key], currency: f.id, source_types: { card: f[key] } }));
    return { object: 'balance', available: pot('available'), livemode: false, pending: pot('pending') } as { object: string };
  }

  /** The name of a broken promise, if there is one: Σ net = available + pending, in every currency. */
  broken(): string | undefined {
    const off = this.sim.funds.rows.find((f) => f.net !== f.available + f.pending || !Number.isSafeInteger(f.net));
    return off && `balance_invariant_broken: ${off.id} net ${off.net} ≠ available ${off.available} + pending ${off.pending}`;
  }

  /** What `amount` becomes on this account: itself, or converted when the currency is not one it settles in. */
  settle(amount: number, currency: string): { amount: number; currency: string; rate: number | null } {
    const { settlementCurrencies, fx, currency: home } = this.sim.config;
    if (!settlementCurrencies?.length || settlementCurrencies.includes(currency)) return { amount, currency, rate: null };
    const rate = fx[currency] ?? 1;
    return { amount: Math.round(amount * rate), currency: home, rate };
  }
}
