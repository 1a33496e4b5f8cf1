import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { type Actor, Database, type EventScope, accessRefusals } from '#platform';
import { type BallotRefusal, canonicalBallot, checkBallot, commitment, receiptCode, sha256 } from '#voting/count';
import { refuse } from '../rules/voting.refusals.js';
import { BallotsStore } from '../store/ballots.store.js';
import { type CastOutcome, VotesStore } from '../store/votes.store.js';
import { OpenPolls, type Poll } from './open-polls.js';

export interface CastDone {
  receipt: string;
  version: number;
  countedAt: Date;
  choices: string[];
}

/**
 * Casts a person's ballot, or replaces the one cast before, and answers its receipt (VOT-3, VOT-4, VOT-5). One statement decides and
 * writes. The same choices again change nothing and answer the receipt they already have. No audit row: it would tell who voted when.
 */
@Injectable()
export class CastBallot {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly polls: OpenPolls,
    private readonly ballots: BallotsStore,
    private readonly votes: VotesStore,
  ) {}

  async execute(
    caller: Actor | undefined,
    scope: EventScope,
    ballotId: string,
    choices: readonly string[],
    receipt?: string,
  ): Promise<CastDone> {
    const poll = await this.polls.of(scope.eventId, ballotId);
    if (!poll) throw accessRefusals.NOT_FOUND();
    if (poll.state === 'draft') throw refuse.VOTE_NOT_OPEN();
    const accountId = caller?.accountId ?? (await this.holderOf(scope, poll, receipt));
    const ballot = checked(poll, choices);
    const code = receiptCode(randomBytes(16));
    const now = this.clock.now();
    const done = await this.votes.cast(
      this.database,
      {
        ballotId,
        eventId: scope.eventId,
        accountId,
        voteId: randomUUID(),
        choices: ballot.choices.map((id) => poll.positions.get(id)!).sort((a, b) => a - b),
        code,
        receiptHash: sha256(code),
        commitment: commitment(canonicalBallot(ballot), code),
      },
      now,
    );
    refuseUnlessCounted(done.outcome);
    return { receipt: done.receipt!, version: done.version!, countedAt: now, choices: [...ballot.choices] };
  }

  /** Without a sign-in the receipt of the current ballot tells whose it is, as long as the vote is open. */
  private async holderOf(scope: EventScope, poll: Poll, receipt: string | undefined): Promise<string> {
    if (!receipt) throw accessRefusals.SIGN_IN_NEEDED();
    const state = (await this.ballots.byId(this.database, scope.eventId, poll.id))!.state;
    if (state !== 'open') throw refuse.VOTE_CLOSED({ state });
    const holder = await this.votes.byReceipt(this.database, poll.id, sha256(receipt));
    if (!holder?.account_id) throw refuse.RECEIPT_UNKNOWN();
    return holder.account_id;
  }
}

function checked(poll: Poll, choices: readonly string[]): { kind: 'choices'; choices: readonly string[] } {
  const verdict = checkBallot({ method: 'approval', options: poll.options, min: poll.min, max: poll.max }, { kind: 'choices', choices });
  if (!verdict.ok) throw refusalOf(verdict.refusals[0]!);
  if (verdict.ballot.kind !== 'choices') throw new Error('an approval ballot holds choices');
  return verdict.ballot;
}

function refusalOf({ code, option, bound, found }: BallotRefusal): Error {
  const details = {
    ...(option === undefined ? {} : { option }),
    ...(bound === undefined ? {} : { bound: Number(bound) }),
    ...(found === undefined ? {} : { found: Number(found) }),
  };
  if (code === 'UNKNOWN_OPTION' || code === 'DUPLICATE_OPTION' || code === 'TOO_FEW' || code === 'TOO_MANY') return refuse[code](details);
  return new Error(`an approval ballot cannot be refused with ${code}`);
}

function refuseUnlessCounted(outcome: CastOutcome): void {
  if (outcome === 'absent') throw accessRefusals.NOT_FOUND();
  if (outcome === 'not_open') throw refuse.VOTE_NOT_OPEN();
  if (outcome === 'closed') throw refuse.VOTE_CLOSED();
  if (outcome === 'not_eligible') throw refuse.NOT_ELIGIBLE();
}
