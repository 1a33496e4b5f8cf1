import { Injectable } from '@nestjs/common';
import { BudgetPhases } from '#events';
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
  /** Money is shared out: it is cast in while a budget process has its vote (PBG-1). */
  hasPot: boolean;
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
    private readonly phases: BudgetPhases,
  ) {}

  /** For somebody who casts: refuses PHASE_CLOSED where a budget process is at another phase (PBG-1). */
  async toCastIn(eventId: string, ballotId: string): Promise<Poll | undefined> {
    const poll = await this.of(eventId, ballotId);
    if (poll?.hasPot && poll.state !== 'draft') await this.phases.require(eventId, 'vote');
    return poll;
  }

  async of(eventId: string, ballotId: string): Promise<Poll | undefined> {
    // One vote is one entry, however its id is written.
    const key = `${eventId}/${ballotId}`.toLowerCase();
    const cached = this.known.get(key);
    if (cached) return cached;
    const ballot = await this.ballots.byId(this.database, eventId, ballotId);
    if (!ballot) return undefined;
    const rows = await this.options.of(this.database, eventId, ballotId);
    const poll: Poll = {
      id: ballot.id,
      state: ballot.state,
      rules: ballotRulesOf(ballot, rows),
      positions: new Map(rows.map((r) => [r.option_id, r.position])),
      salt: ballot.code_salt,
      hasPot: ballot.pot_minor !== null,
    };
    if (ballot.state !== 'draft') this.known.set(key, poll);
    for (const oldest of [...this.known.keys()].slice(0, -MOST_CACHED)) this.known.delete(oldest);
    return poll;
  }
}
