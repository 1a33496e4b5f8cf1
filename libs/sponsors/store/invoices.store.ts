import { Injectable } from '@nestjs/common';
import { type Id, newId, newReference } from '#kernel';
import type { Db, Tx } from '#platform';

export interface InvoiceRow {
  id: Id<'invoice'>;
  dealId: Id<'deal'>;
  number: string;
  reference: string;
  purchaseOrder: string | null;
  amountMinor: bigint;
  paidMinor: bigint;
  currency: string;
  issuedOn: string;
  dueOn: string;
}

const INVOICE = `select id, deal_id as "dealId", number, reference, purchase_order as "purchaseOrder", amount_minor as "amountMinor", paid_minor as "paidMinor",
  currency, issued_on as "issuedOn", due_on as "dueOn" from sponsors.invoice where event_id = $1`;

@Injectable()
export class InvoicesStore {
  /** The invoice that stands for a deal; a credited one no longer does. */
  openOf(db: Db, eventId: string, dealId: string): Promise<InvoiceRow | undefined> {
    return db.maybe(`${INVOICE} and deal_id = $2 and credited_at is null`, [eventId, dealId]);
  }

  byId(db: Db, eventId: string, id: string): Promise<InvoiceRow | undefined> {
    return db.maybe(`${INVOICE} and id = $2`, [eventId, id]);
  }

  /** Issues the next invoice of the year: numbers have no gap, because the counter's row is locked until we commit (INV-1). */
  async issue(
    tx: Tx,
    eventId: string,
    invoice: {
      dealId: string;
      amountMinor: bigint;
      currency: string;
      issuedOn: string;
      dueOn: string;
      purchaseOrder: string | null;
      by: string;
    },
  ): Promise<InvoiceRow> {
    const year = Number(invoice.issuedOn.slice(0, 4));
    const { last } = await tx.one<{ last: number }>(
      `insert into sponsors.invoice_number (event_id, year, last) values ($1, $2, 1)
       on conflict on constraint invoice_number_once do update set last = invoice_number.last + 1 returning last`,
      [eventId, year],
    );
    const id = newId<'invoice'>();
    await tx.run(
      `insert into sponsors.invoice (id, event_id, deal_id, number, reference, purchase_order, amount_minor, currency, issued_on, due_on, issued_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        eventId,
        invoice.dealId,
        `INV-${year}-${String(last).padStart(4, '0')}`,
        newReference(),
        invoice.purchaseOrder,
        invoice.amountMinor,
        invoice.currency,
        invoice.issuedOn,
        invoice.dueOn,
        invoice.by,
      ],
    );
    return tx.one(`${INVOICE} and id = $2`, [eventId, id]);
  }

  async credit(tx: Tx, eventId: string, id: string): Promise<void> {
    await tx.run('update sponsors.invoice set credited_at = $3 where event_id = $1 and id = $2', [eventId, id, tx.now]);
  }

  /** Notes a bank line that pays an invoice; false when we know of it already. */
  async notePayment(
    tx: Tx,
    eventId: string,
    payment: { invoiceId: string; lineId: string; amountMinor: bigint; currency: string },
  ): Promise<boolean> {
    const noted = await tx.run(
      `insert into sponsors.invoice_payment (event_id, invoice_id, bank_line_id, amount_minor, currency, at) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint invoice_paid_once_a_line do update set taken_back_at = null, amount_minor = excluded.amount_minor, at = excluded.at
       where invoice_payment.taken_back_at is not null`,
      [eventId, payment.invoiceId, payment.lineId, payment.amountMinor, payment.currency, tx.now],
    );
    return noted === 1;
  }

  /** The treasurer took a match back; false when it was not there. */
  async takePaymentBack(tx: Tx, eventId: string, invoiceId: string, lineId: string): Promise<boolean> {
    const taken = await tx.run(
      'update sponsors.invoice_payment set taken_back_at = $4 where event_id = $1 and invoice_id = $2 and bank_line_id = $3 and taken_back_at is null',
      [eventId, invoiceId, lineId, tx.now],
    );
    return taken === 1;
  }

  /** Folds the payments into the invoice, under the deal's lock; answers the invoice as it is then. */
  async foldPayments(tx: Tx, eventId: string, id: string): Promise<InvoiceRow> {
    await tx.run(
      `update sponsors.invoice i set paid_minor = coalesce((select sum(p.amount_minor) from sponsors.invoice_payment p
         where p.event_id = i.event_id and p.invoice_id = i.id and p.taken_back_at is null), 0)::bigint
       where i.event_id = $1 and i.id = $2`,
      [eventId, id],
    );
    return tx.one(`${INVOICE} and id = $2`, [eventId, id]);
  }
}
