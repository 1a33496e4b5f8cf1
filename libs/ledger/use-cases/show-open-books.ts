import { Injectable } from '@nestjs/common';
import { Database, type EventScope } from '#platform';
import { type OpenBooks, openBooks } from '../domain/open-books.js';
import { trialBalance } from '../store/balances.query.js';
import { type Unexplained, unexplained } from '../store/unexplained.query.js';

/** The figures anyone may see, and what is not explained (PUB-1, PUB-2). */
@Injectable()
export class ShowOpenBooks {
  constructor(private readonly database: Database) {}

  async execute({ eventId, currency }: EventScope): Promise<{ books: OpenBooks; open: Unexplained }> {
    const [balances, open] = await Promise.all([trialBalance(this.database, eventId), unexplained(this.database, eventId)]);
    return { books: openBooks(balances, currency), open };
  }
}
