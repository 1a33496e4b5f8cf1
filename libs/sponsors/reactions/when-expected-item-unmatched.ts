import { Injectable } from '@nestjs/common';
import type { ExpectedItemUnmatched } from '#ledger';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { SPONSOR_INVOICE } from '../use-cases/invoice-deal.js';
import { NoteInvoicePayment } from '../use-cases/note-invoice-payment.js';

/** The treasurer took the match of an invoice back. */
@ReactsTo('ExpectedItemUnmatched')
@Injectable()
export class WhenExpectedItemUnmatched implements Reaction<ExpectedItemUnmatched> {
  constructor(private readonly note: NoteInvoicePayment) {}

  async react(tx: Tx, { eventId, body }: ExpectedItemUnmatched): Promise<void> {
    if (eventId && body.kind === SPONSOR_INVOICE) await this.note.takenBack(tx, eventId, { invoiceId: body.sourceId, lineId: body.lineId });
  }
}
