import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { type Actor, Database, EventScopes } from '#platform';
import { Pledges } from '#pledges';
import { type MyBallotRow, myBallots } from '../store/my-ballots.query.js';

export interface MyVote extends MyBallotRow {
  eventSlug: string;
  eventName: string;
}

/** The votes somebody may still cast in, also those they would join late, and those they took part in; nothing of what they chose. */
@Injectable()
export class ListMyBallots {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventScopes,
    private readonly pledges: Pledges,
  ) {}

  async execute(actor: Actor): Promise<MyVote[]> {
    const backed = await this.pledges.eventsBackedBy(this.database, actor.accountId);
    const rows = await myBallots(this.database, actor.accountId, backed, this.clock.now());
    const events = await this.events.namesOf([...new Set(rows.map((row) => row.event_id))]);
    return rows.flatMap((row) => {
      const event = events.get(row.event_id);
      return event ? [{ ...row, eventSlug: event.slug, eventName: event.name }] : [];
    });
  }
}
