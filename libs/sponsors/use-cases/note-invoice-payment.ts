import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Tx } from '#platform';
import { DealsStore } from '../store/deals.store.js';
import { InvoicesStore } from '../store/invoices.store.js';

export interface BankLine {
  invoiceId: string;
  lineId: string;
  /** Minor units. */
  amount: number;
  currency: string;
}

/** What the bank says about an invoice: paid in full makes the deal paid, a match taken back makes it invoiced again. */
@Injectable()
export class NoteInvoicePayment {
  constructor(
    private readonly deals: DealsStore,
    private readonly invoices: InvoicesStore,
  ) {}

  async matched(tx: Tx, eventId: Id<'event'>, line: BankLine): Promise<void> {
    const known = await this.invoices.byId(tx, eventId, line.invoiceId);
    if (!known) return;
    const deal = await this.deals.lock(tx, eventId, known.dealId);
    if (!(await this.invoices.notePayment(tx, eventId, { ...line, amountMinor: BigInt(line.amount) }))) return;
    const invoice = await this.invoices.foldPayments(tx, eventId, known.id);
    if (deal.state !== 'invoiced' || invoice.paidMinor < invoice.amountMinor) return;
    await this.move(tx, eventId, deal.id, 'invoiced', 'paid');
    await tx.fact({
      type: 'DealPaid',
      eventId,
      body: { dealId: deal.id, invoiceId: invoice.id, amount: Number(invoice.amountMinor), currency: invoice.currency },
    });
  }

  async takenBack(tx: Tx, eventId: Id<'event'>, line: Pick<BankLine, 'invoiceId' | 'lineId'>): Promise<void> {
    const known = await this.invoices.byId(tx, eventId, line.invoiceId);
    if (!known) return;
    const deal = await this.deals.lock(tx, eventId, known.dealId);
    if (!(await this.invoices.takePaymentBack(tx, eventId, known.id, line.lineId))) return;
    const invoice = await this.invoices.foldPayments(tx, eventId, known.id);
    if (deal.state === 'paid' && invoice.paidMinor < invoice.amountMinor) await this.move(tx, eventId, deal.id, 'paid', 'invoiced');
  }

  private async move(tx: Tx, eventId: Id<'event'>, dealId: Id<'deal'>, from: 'invoiced' | 'paid', to: 'invoiced' | 'paid'): Promise<void> {
    await this.deals.move(tx, eventId, dealId, from, to, null, null);
    await tx.audit({
      action: 'sponsor deal moved',
      eventId,
      subjectKind: 'sponsor deal',
      subjectId: dealId,
      from,
      to,
      reason: 'bank statement',
    });
    await tx.fact({ type: 'DealMoved', eventId, body: { dealId, from, to } });
  }
}
