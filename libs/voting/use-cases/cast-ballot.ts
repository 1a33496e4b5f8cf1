import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { type Actor, Batch, Database, type EventScope, accessRefusals } from '#platform';
import { type Ballot, canonicalBallot, checkBallot, commitment, receiptCode, sha256 } from '#voting/count';
import { codeHash } from '../rules/codes.js';
import { saltedHash } from '../rules/salted-hash.js';
import { toStored } from '../rules/stored-ballot.js';
import { refusalOf, refuse } from '../rules/voting.refusals.js';
import { BallotsStore } from '../store/ballots.store.js';
import { type Cast, type CastDecision, type CastOutcome, type Caster, VotesStore } from '../store/votes.store.js';
import { Electorate } from './electorate.js';
import { OpenPolls, type Poll } from './open-polls.js';

/** Who casts: somebody signed in, else the holder of a paper code, else of the receipt of a ballot that is to be changed. */
export interface Voter {
  actor?: Actor;
  code?: string;
  receipt?: string;
  /** Where the request came from; kept only as salted hashes (VOT-11). */
  network?: string;
  device?: string;
}

export interface CastDone {
  receipt: string;
  version: number;
  countedAt: Date;
  ballot: Ballot;
}

type TimedCast = Cast & { now: Date };

/** Votes whose queues are kept at hand. */
const MOST_QUEUES = 1_000;

/**
 * Casts a ballot, or replaces the one cast before, and answers its receipt (VOT-3, VOT-4, VOT-5). One statement decides and
 * writes, for all that come at the same time. The same ballot again changes nothing and answers the receipt it already has. No
 * audit row: it would tell who voted when.
 */
@Injectable()
export class CastBallot {
  /**
   * Casts that come at the same time share a statement and its commit: a vote is busiest in its last minute. Every vote has a queue of its
   * own, for casts wait while theirs is being closed, and those in other votes must not wait with them.
   */
  private readonly queues = new Map<string, Batch<TimedCast, CastDecision>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly polls: OpenPolls,
    private readonly ballots: BallotsStore,
    private readonly votes: VotesStore,
    private readonly electorate: Electorate,
  ) {}

  async execute(voter: Voter, scope: EventScope, ballotId: string, filledIn: Ballot): Promise<CastDone> {
    const poll = await this.polls.toCastIn(scope.eventId, ballotId);
    if (!poll) throw accessRefusals.NOT_FOUND();
    if (poll.state === 'draft') throw refuse.VOTE_NOT_OPEN();
    const by = await this.casterOf(voter, scope, poll);
    const ballot = checked(poll, filledIn);
    const receipt = receiptCode(randomBytes(16));
    const now = this.clock.now();
    const cast = {
      ballotId: poll.id,
      eventId: scope.eventId,
      by,
      voteId: randomUUID(),
      ballot: toStored(ballot, (option) => poll.positions.get(option)!),
      receipt,
      receiptHash: sha256(receipt),
      commitment: commitment(canonicalBallot(ballot), receipt),
      network: poll.salt && voter.network ? saltedHash(poll.salt, voter.network) : null,
      device: poll.salt && voter.device ? saltedHash(poll.salt, voter.device) : null,
      now,
    };
    const done = await this.counted(cast);
    refuseUnlessCounted(done.outcome);
    return { receipt: done.receipt!, version: done.version!, countedAt: now, ballot };
  }

  /** Who stands in no electorate yet may still be let in, if they came late and meet a condition of the vote. */
  private async counted(cast: TimedCast): Promise<CastDecision> {
    const queue = this.queueOf(cast.ballotId);
    const done = await queue.add(cast);
    if (done.outcome !== 'not_eligible' || !('accountId' in cast.by)) return done;
    const joined = await this.electorate.admitLate(cast.eventId, cast.ballotId, cast.by.accountId);
    return joined ? queue.add(cast) : done;
  }

  private queueOf(ballotId: string): Batch<TimedCast, CastDecision> {
    const known = this.queues.get(ballotId);
    if (known) return known;
    const queue = new Batch((casts: TimedCast[]) => this.votes.castTogether(this.database, casts));
    this.queues.set(ballotId, queue);
    // One that is forgotten ends its work all the same.
    for (const oldest of [...this.queues.keys()].slice(0, -MOST_QUEUES)) this.queues.delete(oldest);
    return queue;
  }

  private async casterOf({ actor, code, receipt }: Voter, scope: EventScope, poll: Poll): Promise<Caster> {
    if (code !== undefined) {
      const hash = poll.salt && codeHash(poll.salt, code);
      if (!hash) throw refuse.NOT_ELIGIBLE();
      return { codeHash: hash };
    }
    return actor ? { accountId: actor.accountId } : this.holderOf(scope, poll, receipt);
  }

  /** Without a sign-in the receipt of the current ballot tells whose it is, as long as the vote is open. */
  private async holderOf(scope: EventScope, poll: Poll, receipt: string | undefined): Promise<Caster> {
    if (!receipt) throw accessRefusals.SIGN_IN_NEEDED();
    const state = (await this.ballots.byId(this.database, scope.eventId, poll.id))!.state;
    if (state !== 'open') throw refuse.VOTE_CLOSED({ state });
    const holder = await this.votes.byReceipt(this.database, poll.id, sha256(receipt));
    if (holder?.account_id) return { accountId: holder.account_id };
    if (holder?.code_hash) return { codeHash: holder.code_hash };
    throw refuse.RECEIPT_UNKNOWN();
  }
}

function checked(poll: Poll, ballot: Ballot): Ballot {
  if (!poll.rules) throw refuse.VOTE_CLOSED({ state: poll.state });
  const verdict = checkBallot(poll.rules, ballot);
  if (!verdict.ok) throw refusalOf(verdict.refusals[0]!);
  return verdict.ballot;
}

function refuseUnlessCounted(outcome: CastOutcome): void {
  if (outcome === 'absent') throw accessRefusals.NOT_FOUND();
  if (outcome === 'not_open') throw refuse.VOTE_NOT_OPEN();
  if (outcome === 'closed') throw refuse.VOTE_CLOSED();
  if (outcome === 'not_eligible') throw refuse.NOT_ELIGIBLE();
  if (outcome === 'code_used') throw refuse.CODE_USED();
  if (outcome === 'withdrawn') throw refuse.UNKNOWN_OPTION({ withdrawn: true });
}
