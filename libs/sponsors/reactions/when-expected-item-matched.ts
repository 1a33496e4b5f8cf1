import { Injectable } from '@nestjs/common';
import type { ExpectedItemMatched } from '#ledger';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { SPONSOR_INVOICE } from '../use-cases/invoice-deal.js';
import { NoteInvoicePayment } from '../use-cases/note-invoice-payment.js';

/** A bank line paid an invoice of ours. */
@ReactsTo('ExpectedItemMatched')
@Injectable()
export class WhenExpectedItemMatched implements Reaction<ExpectedItemMatched> {
  constructor(private readonly note: NoteInvoicePayment) {}

  async react(tx: Tx, { eventId, body }: ExpectedItemMatched): Promise<void> {
    if (eventId && body.kind === SPONSOR_INVOICE) await this.note.matched(tx, eventId, { ...body, invoiceId: body.sourceId });
  }
}
