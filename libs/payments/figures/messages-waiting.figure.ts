import { Injectable } from '@nestjs/common';
import { type Db, type Figure, TellsFigure } from '#platform';
import { EventsStore } from '../store/events.store.js';

@Injectable()
@TellsFigure('wgt_webhooks_unprocessed', 'Messages of the payment processor that were stored and have not taken effect yet.')
export class MessagesWaiting implements Figure {
  constructor(private readonly events: EventsStore) {}

  value(db: Db): Promise<number> {
    return this.events.countLeft(db);
  }
}
