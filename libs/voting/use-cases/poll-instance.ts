import { Injectable } from '@nestjs/common';
import { exponentOf } from '#kernel';
import type { Db } from '#platform';
import type { BallotGroup, BudgetInstance } from '#voting/count';
import type { BallotRow } from '../store/ballots.store.js';
import { type OptionRow, OptionsStore } from '../store/options.store.js';
import { VotesStore } from '../store/votes.store.js';

/** A closed vote as the counting engine takes it. Options that were withdrawn meanwhile are left out of it. */
@Injectable()
export class PollInstance {
  constructor(
    private readonly options: OptionsStore,
    private readonly votes: VotesStore,
  ) {}

  async of(db: Db, ballot: BallotRow, idOf: (option: OptionRow) => string = (o) => o.proposal_id): Promise<BudgetInstance> {
    const standing = (await this.options.of(db, ballot.event_id, ballot.id)).filter((o) => o.withdrawn_at === null);
    const place = new Map(standing.map((o, at) => [o.position, at]));
    const groups = await this.votes.groups(db, ballot.id);
    return {
      kind: 'budget',
      voteType: ballot.method,
      budget: ballot.pot_minor,
      decimals: exponentOf(ballot.currency),
      pointDecimals: 0,
      projects: standing.map((o) => ({ id: idOf(o), name: o.title, cost: o.cost_minor, details: {} })),
      ballots: groups.map(({ choices, points, count }): BallotGroup => {
        const kept = choices.flatMap((position, at) =>
          place.has(position) ? [{ choice: place.get(position)!, points: points?.[at] ?? 0 }] : [],
        );
        return { count, choices: kept.map((k) => k.choice), ...(points ? { points: kept.map((k) => k.points) } : {}) };
      }),
      meta: {},
    };
  }
}
