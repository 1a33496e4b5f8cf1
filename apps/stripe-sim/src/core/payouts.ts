import { addBusinessDays, startOfDay } from './business-days.js';
import { fresh } from './description.js';
import { BANK_ACCOUNT } from './expand.js';
import type { BalanceTransaction, Metadata, Payout } from './objects.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';

/** Which balance transactions an automatic payout paid out. */
export interface PayoutLines {
  id: string;
  lines: string[];
}

/** When and how money leaves: `POST /v1/balance_settings`. */
export interface PayoutSettings {
  interval: string;
  debitNegative: boolean;
  minimum: Record<string, number>;
  /** Days of the week, and of the month; a month that is shorter pays on its last. */
  weekly: string[];
  monthly: number[];
  descriptor: string | null;
}

const USUAL: PayoutSettings = { interval: 'daily', debitNegative: true, minimum: {}, weekly: ['monday'], monthly: [1], descriptor: null };
const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const MINUTE = 60_000;
const DAY = 86_400;

/** Money leaving for the bank: every day at 00:00 UTC what is available, or by hand. */
export class Payouts {
  private readonly paid = new Set<string>();
  private firstOpen = 0;

  constructor(private readonly sim: Sim) {
    sim.onTask('payout_run', () => this.daily());
    sim.onTask('payout_in_transit', (id) => this.move(id, 'in_transit'));
    sim.onTask('payout_reconciled', (id) => this.reconciled(id));
    sim.onTask('payout_paid', (id) => this.move(id, 'paid'));
  }

  load(): void {
    this.paid.clear();
    this.firstOpen = 0;
    for (const row of this.sim.payoutLines.rows) row.lines.forEach((id) => this.paid.add(id));
  }

  settings(): PayoutSettings {
    return { ...USUAL, ...(this.sim.notes.get('payout_settings')?.value as Partial<PayoutSettings> | undefined) };
  }

  planNext(): void {
    const { sim } = this;
    if (sim.tasks.planned('payout_run')) return;
    sim.tasks.add((startOfDay(sim.clock.seconds()) + DAY) * 1000, 'payout_run', '', 2);
  }

  private daily(): void {
    this.forgetOldKeys();
    const { debitNegative, minimum } = this.settings();
    if (this.isPayoutDay()) {
      for (const funds of [...this.sim.funds.rows]) {
        const floor = Math.max(this.sim.config.minimumPayout, 1);
        const amount = funds.available - (minimum[funds.id] ?? 0);
        // a shortfall that money on its way will cover is not taken from the bank
        const owed = funds.available < 0 && funds.available + funds.pending < 0;
        if (amount >= floor || (debitNegative && owed)) this.automatic(funds.id);
      }
    }
    this.planNext();
  }

  private isPayoutDay(): boolean {
    const { interval, weekly, monthly } = this.settings();
    const today = new Date(this.sim.clock.now());
    const last = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0)).getUTCDate();
    if (interval === 'weekly') return weekly.includes(WEEK[today.getUTCDay()]!);
    if (interval === 'monthly') return monthly.some((day) => Math.min(day, last) === today.getUTCDate());
    return interval === 'daily';
  }

  private forgetOldKeys(): void {
    const now = this.sim.clock.now();
    for (const row of this.sim.answers.rows) if (row.until < now) this.sim.answers.remove(row.id);
  }

  /** Lines that no payout has taken yet. */
  private open(currency: string): BalanceTransaction[] {
    const rows = this.sim.balanceTransactions.rows;
    while (this.firstOpen < rows.length && this.paid.has(rows[this.firstOpen]!.id)) this.firstOpen++;
    return rows.slice(this.firstOpen).filter((t) => t.currency === currency && t.status === 'available' && !this.paid.has(t.id));
  }

  /** Pays out every available line of a currency; the payout's own line makes the sum of all zero. */
  automatic(currency: string): Payout | undefined {
    const lines = this.open(currency);
    const amount = lines.reduce((sum, t) => sum + t.net, 0);
    if (amount === 0) return undefined;
    const row = this.build(amount, currency, { automatic: true, method: 'standard' });
    const ids = [...lines.map((t) => t.id), row.balance_transaction!];
    ids.forEach((id) => this.paid.add(id));
    this.sim.payoutLines.save({ id: row.id, lines: ids });
    this.sim.tasks.add(this.sim.clock.now() + 10 * MINUTE, 'payout_reconciled', row.id);
    return row;
  }

  manual(amount: number, currency: string, method: string, more: Partial<Payout> = {}): Payout {
    const funds = this.sim.money.funds(currency);
    if (amount < 1) throw invalid('This value must be greater than or equal to 1.', { param: 'amount', code: 'parameter_invalid_integer' });
    if (amount > funds.available) {
      throw invalid('You have insufficient funds in your Stripe account for this transfer.', {
        code: 'balance_insufficient',
        param: 'amount',
      });
    }
    return this.build(amount, currency, { automatic: false, method, reconciliation_status: 'not_applicable', ...more });
  }

  private build(amount: number, currency: string, more: Partial<Payout>): Payout {
    const { sim } = this;
    const now = sim.clock.seconds();
    const instant = more.method === 'instant';
    const row = fresh<Payout>('payout', {
      id: sim.ids.next('po_'),
      amount,
      arrival_date: instant ? now : addBusinessDays(now, 1),
      created: now,
      currency,
      description: more.automatic ? 'STRIPE PAYOUT' : null,
      destination: BANK_ACCOUNT,
      metadata: {},
      statement_descriptor: this.settings().descriptor,
      reconciliation_status: 'in_progress',
      source_type: 'card',
      status: 'pending',
      trace_id: { status: 'pending', value: null },
      type: 'bank_account',
      ...more,
    });
    const txn = sim.money.post({ type: 'payout', amount: -amount, currency, source: row.id, description: 'STRIPE PAYOUT' });
    row.balance_transaction = txn.id;
    sim.payoutRows.save(row);
    sim.events.emit('payout.created', row);
    sim.tasks.add(sim.clock.now() + 5 * MINUTE, 'payout_in_transit', row.id);
    sim.tasks.add(Math.max(row.arrival_date * 1000, sim.clock.now() + 30 * MINUTE), 'payout_paid', row.id, 6);
    return row;
  }

  private move(id: string, status: 'in_transit' | 'paid'): void {
    const row = this.sim.payoutRows.get(id);
    if (!row || (row.status !== 'pending' && row.status !== 'in_transit')) return;
    const previous = { status: row.status };
    row.status = status;
    if (status === 'paid') row.trace_id = { status: 'supported', value: row.id.slice(-12).toUpperCase() };
    this.sim.payoutRows.save(row);
    if (status === 'paid') this.sim.events.emit('payout.paid', row);
    else this.sim.events.emit('payout.updated', row, previous);
  }

  private reconciled(id: string): void {
    const row = this.sim.payoutRows.get(id)!;
    if (this.sim.notes.get('reconciliation_held')) return this.sim.tasks.add(this.sim.clock.now() + 10 * MINUTE, 'payout_reconciled', id);
    row.reconciliation_status = 'completed';
    this.sim.payoutRows.save(row);
    this.sim.events.emit('payout.reconciliation_completed', row);
  }

  /** The bank sends the money back, even after `paid`: it reappears as a line of its own, for a later payout. */
  fail(row: Payout, code = 'account_closed'): Payout {
    if (row.status === 'failed' || row.status === 'canceled') throw invalid(`This payout is ${row.status} already.`);
    const txn = this.returned(row, 'payout_failure');
    row.status = 'failed';
    row.failure_balance_transaction = txn.id;
    row.failure_code = code;
    row.failure_message = 'The bank account has been closed.';
    this.sim.payoutRows.save(row);
    this.sim.events.emit('payout.failed', row);
    return row;
  }

  cancel(row: Payout): Payout {
    if (row.status !== 'pending' || row.automatic) {
      throw invalid(`Payout ${row.id} cannot be canceled: only pending manual payouts can.`, { code: 'payout_unexpected_state' });
    }
    const txn = this.returned(row, 'payout_cancel');
    row.status = 'canceled';
    row.failure_balance_transaction = txn.id;
    this.sim.payoutRows.save(row);
    this.sim.events.emit('payout.canceled', row);
    return row;
  }

  /** A new payout that takes an arrived one back. */
  reverse(row: Payout, metadata: Metadata): Payout {
    if (row.status !== 'paid' || row.reversed_by)
      throw invalid(`Payout ${row.id} cannot be reversed.`, { code: 'payout_unexpected_state' });
    const back = this.build(-row.amount, row.currency, {
      automatic: false,
      method: 'standard',
      metadata,
      original_payout: row.id,
      reconciliation_status: 'not_applicable',
    });
    row.reversed_by = back.id;
    this.sim.payoutRows.save(row);
    return back;
  }

  private returned(row: Payout, type: 'payout_failure' | 'payout_cancel'): BalanceTransaction {
    return this.sim.money.post({
      type,
      category: 'payout_reversal',
      amount: row.amount,
      currency: row.currency,
      source: row.id,
      description: `STRIPE ${type.toUpperCase().replace('_', ' ')}`,
    });
  }
}
