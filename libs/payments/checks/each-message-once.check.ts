import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { AsksThat, type Check, type Db } from '#platform';

const PATIENCE_MS = 15 * 60_000;

/** Once each is the database's promise; that they do not pile up is ours. */
@Injectable()
@AsksThat('I7', 'each message of Stripe is kept once and worked on, and no attempt is left without an outcome')
export class EachMessageOnce implements Check {
  constructor(private readonly clock: Clock) {}

  async violations(db: Db): Promise<object[]> {
    const before = new Date(this.clock.now().getTime() - PATIENCE_MS);
    const messages = await db.query<object>(
      `select stripe_event_id as message, type, last_error from payments.stripe_event where state = 'new' and received_at < $1 limit 50`,
      [before],
    );
    const attempts = await db.query<object>(
      `select id as attempt, state from payments.payment_attempt where state in ('unknown', 'submitted') and coalesce(submitted_at, created_at) < $1 limit 50`,
      [before],
    );
    return [...messages, ...attempts];
  }
}
