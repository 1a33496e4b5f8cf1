import { Injectable } from '@nestjs/common';
import { exponentOf } from '#kernel';
import type { Db } from '#platform';
import type { StoredVote } from '../rules/stored-vote.js';
import type { BallotRow } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';

/** A closed vote as the counting thread takes it. Options that were withdrawn meanwhile are left out of it. */
@Injectable()
export class VoteToCount {
  constructor(private readonly options: OptionsStore) {}

  async of(db: Db, ballot: BallotRow): Promise<StoredVote> {
    const standing = (await this.options.of(db, ballot.event_id, ballot.id)).filter((o) => o.withdrawn_at === null);
    return {
      ...{ method: ballot.method, rule: ballot.rule, pot: ballot.pot_minor, decimals: exponentOf(ballot.currency) },
      ...{ increment: ballot.increment_minor, threshold: ballot.threshold, seats: ballot.seats, maxChoices: ballot.max_choices },
      options: standing.map((o) => ({ id: o.option_id, number: o.position, title: o.title, cost: o.cost_minor })),
    };
  }
}
