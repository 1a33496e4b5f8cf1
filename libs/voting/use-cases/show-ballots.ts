import { Injectable } from '@nestjs/common';
import { type Page, idAfter, pageOf } from '#kernel';
import { type Actor, Database, type EventScope, accessRefusals } from '#platform';
import type { Ballot } from '#voting/count';
import { RESULT_IS_PUBLIC } from '../rules/ballot.js';
import { ballotKindOf } from '../rules/ballot-rules.js';
import { fromStored } from '../rules/stored-ballot.js';
import { refuse } from '../rules/voting.refusals.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { type OptionRow, OptionsStore } from '../store/options.store.js';
import { SealsStore } from '../store/seals.store.js';
import { VotesStore } from '../store/votes.store.js';
import { Electorate } from './electorate.js';
import { type StandingResult, StandingResults } from './standing-results.js';

export interface BallotShown {
  row: BallotRow;
  options: OptionRow[];
  /** Null for those who may not know yet. */
  voters: number | null;
}

export interface MyBallot {
  ballot: Ballot | null;
  receipt: string | null;
  version: number | null;
  voted: boolean;
  eligible: boolean;
}

export interface ResultShown extends StandingResult {
  ballot: BallotRow;
}

/** Votes as people see them. While one is open nobody sees more than how many have voted, and that only its team (VOT-8). */
@Injectable()
export class ShowBallots {
  constructor(
    private readonly database: Database,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly votes: VotesStore,
    private readonly people: Electorate,
    private readonly seals: SealsStore,
    private readonly results: StandingResults,
  ) {}

  async list(viewer: Actor | undefined, scope: EventScope, after: string | undefined, limit: number): Promise<Page<BallotRow>> {
    const rows = await this.ballots.list(this.database, scope.eventId, idAfter(after), limit + 1);
    const page = pageOf(rows, limit, (row) => [row.id]);
    return { ...page, items: page.items.filter((row) => row.state !== 'draft' || organises(viewer, scope)) };
  }

  async one(viewer: Actor | undefined, scope: EventScope, id: string): Promise<BallotShown> {
    const row = await this.visible(viewer, scope, id);
    const knowsTurnout = RESULT_IS_PUBLIC.includes(row.state) || organises(viewer, scope);
    return {
      row,
      options: await this.options.of(this.database, scope.eventId, id),
      voters: knowsTurnout && row.state !== 'draft' ? await this.seals.turnout(this.database, id) : null,
    };
  }

  async mine(actor: Actor, scope: EventScope, id: string): Promise<MyBallot> {
    const row = await this.visible(actor, scope, id);
    const vote = await this.votes.ofVoter(this.database, id, actor.accountId);
    const eligible = await this.people.mayVote(this.database, scope.eventId, id, actor.accountId);
    if (!vote)
      return {
        ballot: null,
        receipt: null,
        version: null,
        voted: await this.votes.hasVoted(this.database, id, actor.accountId),
        eligible,
      };
    const options = await this.options.of(this.database, scope.eventId, id);
    const optionAt = (position: number): string => options.find((o) => o.position === position)!.option_id;
    return {
      ballot: fromStored(ballotKindOf(row.method), vote, optionAt),
      receipt: vote.receipt_code,
      version: vote.version,
      voted: true,
      eligible,
    };
  }

  async result(scope: EventScope, id: string): Promise<ResultShown> {
    const ballot = await this.visible(undefined, scope, id);
    const result = RESULT_IS_PUBLIC.includes(ballot.state) ? await this.results.of(ballot) : undefined;
    if (!result) throw refuse.RESULT_NOT_YET({ state: ballot.state, closesAt: ballot.closes_at.toISOString() });
    return { ballot, ...result };
  }

  /** Drafts are for those who organise; to others they do not exist. */
  private async visible(viewer: Actor | undefined, scope: EventScope, id: string): Promise<BallotRow> {
    const row = await this.ballots.byId(this.database, scope.eventId, id);
    if (!row || (row.state === 'draft' && !organises(viewer, scope))) throw accessRefusals.NOT_FOUND();
    return row;
  }
}

const organises = (viewer: Actor | undefined, scope: EventScope): boolean =>
  viewer?.rolesIn(scope.eventId).some((role) => role === 'owner' || role === 'organiser') ?? false;
