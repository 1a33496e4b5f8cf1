import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { BallotRules } from '#voting/count';
import { ballotRulesOf } from '../rules/ballot-rules.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';

/** What casting needs to know of an opened vote: nothing of it changes until it is closed. */
export interface Poll {
  id: string;
  state: BallotRow['state'];
  /** Null: a vote from a file, in which nothing is cast. */
  rules: BallotRules | null;
  /** An option's number is its place in the lot, from 1. */
  positions: ReadonlyMap<string, number>;
  salt: Buffer | null;
}

const MOST_CACHED = 500;

/**
 * Frozen definitions of votes, kept in this process once they are frozen. Whether a vote still takes ballots is never read from
 * here: the database says so with each cast.
 */
@Injectable()
export class OpenPolls {
  private readonly known = new Map<string, Poll>();

  constructor(
    private readonly database: Database,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
  ) {}

  async of(eventId: string, ballotId: string): Promise<Poll | undefined> {
    const key = `${eventId}/${ballotId}`;
    const cached = this.known.get(key);
    if (cached) return cached;
    const ballot = await this.ballots.byId(this.database, eventId, ballotId);
    if (!ballot) return undefined;
    const rows = await this.options.of(this.database, eventId, ballotId);
    const poll: Poll = {
      id: ballotId,
      state: ballot.state,
      rules: ballotRulesOf(ballot, rows),
      positions: new Map(rows.map((r) => [r.option_id, r.position])),
      salt: ballot.code_salt,
    };
    if (ballot.state !== 'draft' && this.known.size < MOST_CACHED) this.known.set(key, poll);
    return poll;
  }
}
