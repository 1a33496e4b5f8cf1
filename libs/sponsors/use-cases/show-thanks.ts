import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { thanksOf, type ThanksRow } from '../store/thanks.query.js';

/** The public list of sponsors next to what they give and get. */
@Injectable()
export class ShowThanks {
  constructor(private readonly database: Database) {}

  execute(eventId: string): Promise<ThanksRow[]> {
    return thanksOf(this.database, eventId);
  }
}
