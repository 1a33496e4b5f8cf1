import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { invoiceCredited, Ledger, RECEIVABLE, sponsorInvoiced } from '#ledger';
import { type Actor, badFields, type EventScope, type Tx } from '#platform';
import { dayOf, daysAfter } from '../domain/day.js';
import { refuse } from '../domain/sponsors.refusals.js';
import type { DealRow } from '../store/deals.store.js';
import { InvoicesStore } from '../store/invoices.store.js';

export interface InvoiceTerms {
  /** Calendar day; undefined = 30 days after issue. */
  dueOn?: string | undefined;
  purchaseOrder?: string | undefined;
}

const DAYS_TO_PAY = 30;

/** What the open item of an invoice is called among those the bank may match. */
export const SPONSOR_INVOICE = 'sponsor_invoice';

/** The invoice of a cash deal: issued into the books and expected at the bank (E15a), or credited in full (F02). Within a deal's move. */
@Injectable()
export class InvoiceDeal {
  constructor(
    private readonly ledger: Ledger,
    private readonly invoices: InvoicesStore,
  ) {}

  async issue(tx: Tx, { eventId, timeZone }: EventScope, actor: Actor, deal: DealRow, terms: InvoiceTerms): Promise<void> {
    if (!actor.rolesIn(eventId).some((role) => role === 'treasurer' || role === 'owner')) throw refuse.TREASURER_NEEDED();
    const issuedOn = dayOf(tx.now, timeZone);
    const dueOn = terms.dueOn ?? daysAfter(issuedOn, DAYS_TO_PAY);
    if (dueOn < issuedOn) throw badFields([{ pointer: '/dueOn', message: `must not be before ${issuedOn}` }]);
    const amount = money(deal.priceMinor, deal.currency);
    const invoice = await this.invoices.issue(tx, eventId, {
      dealId: deal.id,
      amountMinor: amount.minor,
      currency: amount.currency,
      issuedOn,
      dueOn,
      purchaseOrder: terms.purchaseOrder ?? null,
      by: actor.accountId,
    });
    const text = `Invoice ${invoice.number}`;
    await this.ledger.post(
      tx,
      sponsorInvoiced({ eventId, on: issuedOn, id: invoice.id, text, net: amount, meta: { dealId: deal.id, number: invoice.number } }),
    );
    await this.ledger.expect(tx, {
      eventId,
      kind: SPONSOR_INVOICE,
      sourceId: invoice.id,
      direction: 'in',
      amount,
      reference: invoice.reference,
      expectedOn: dueOn,
      counterAccount: RECEIVABLE,
      inParts: true,
      text,
    });
  }

  /** The sponsor stepped back: the claim is credited; refused once money has arrived on it. */
  async credit(tx: Tx, { eventId, timeZone }: EventScope, deal: DealRow): Promise<void> {
    const invoice = await this.invoices.openOf(tx, eventId, deal.id);
    if (!invoice) return;
    if (!(await this.ledger.withdrawExpectation(tx, { eventId, kind: SPONSOR_INVOICE, sourceId: invoice.id })))
      throw refuse.PARTLY_PAID({ paid: Number(invoice.paidMinor) });
    await this.invoices.credit(tx, eventId, invoice.id);
    await this.ledger.post(
      tx,
      invoiceCredited({
        eventId,
        on: dayOf(tx.now, timeZone),
        id: invoice.id,
        text: `Credit for invoice ${invoice.number}`,
        net: money(invoice.amountMinor, invoice.currency),
      }),
    );
  }
}
