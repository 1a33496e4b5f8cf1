import { Injectable } from '@nestjs/common';
import { type Actor, type EventScope, Reads } from '#platform';
import { type OpenBooks, openBooks } from '../domain/open-books.js';
import { trialBalance } from '../store/balances.query.js';
import { type Unexplained, unexplained } from '../store/unexplained.query.js';

/** The figures anyone may see, and what is not explained (PUB-1, PUB-2). */
@Injectable()
export class ShowOpenBooks {
  constructor(private readonly reads: Reads) {}

  async execute({ eventId, currency }: EventScope, viewer: Actor | undefined): Promise<{ books: OpenBooks; open: Unexplained }> {
    const db = this.reads.of(viewer);
    const [balances, open] = await Promise.all([trialBalance(db, eventId), unexplained(db, eventId)]);
    return { books: openBooks(balances, currency), open };
  }
}
