import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { refuse } from '../domain/accounts.refusals.js';
import { type LinkPurpose, LinksStore } from '../store/links.store.js';

const MOST_AN_HOUR = 5;

/**
 * At most five mails of a kind an hour to one address, so that nobody's inbox can be flooded through us. Those who ask at the same
 * moment wait for each other, so that all of them count.
 */
@Injectable()
export class MailLimit {
  constructor(private readonly links: LinksStore) {}

  async check(tx: Tx, email: string, purposes: readonly LinkPurpose[]): Promise<void> {
    await this.links.lock(tx, email);
    const sent = await this.links.countSince(tx, email, purposes, new Date(tx.now.getTime() - 3_600_000));
    if (sent >= MOST_AN_HOUR) throw refuse.TOO_MANY_TRIES({ retryAfterSeconds: 3_600 });
  }
}
