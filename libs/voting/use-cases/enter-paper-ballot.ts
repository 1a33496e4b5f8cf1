import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EventScope, UnitOfWork, accessRefusals } from '#platform';
import { type Ballot, canonicalBallot, checkBallot, commitment, receiptCode, sha256 } from '#voting/count';
import { codeHash } from '../rules/codes.js';
import { refuseElector } from '../rules/electorate.refusals.js';
import { toStored } from '../rules/stored-ballot.js';
import { refusalOf } from '../rules/voting.refusals.js';
import { ElectorsStore } from '../store/electors.store.js';
import { PaperCodesStore } from '../store/paper-codes.store.js';
import { OpenPolls, type Poll } from './open-polls.js';

/**
 * Enters a ballot that came on paper, with its printed code: once, and never again online (VOT-12). It gets a receipt like any other;
 * on paper a ballot cannot be changed.
 */
@Injectable()
export class EnterPaperBallot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly polls: OpenPolls,
    private readonly electors: ElectorsStore,
    private readonly codes: PaperCodesStore,
  ) {}

  async execute(scope: EventScope, ballotId: string, typed: string, filledIn: Ballot): Promise<{ receipt: string; serial: number }> {
    const poll = await this.polls.of(scope.eventId, ballotId);
    if (!poll || poll.state === 'draft') throw accessRefusals.NOT_FOUND();
    const hash = poll.salt && codeHash(poll.salt, typed);
    if (!hash) throw refuseElector.CODE_UNKNOWN();
    const ballot = checked(poll, filledIn);
    const receipt = receiptCode(randomBytes(16));
    return this.unitOfWork.run(async (tx) => {
      const now = await this.electors.admissionHeld(tx, scope.eventId, ballotId);
      if (now?.state !== 'open' || now.closesAt <= tx.now) throw refuseElector.VOTE_CLOSED({ state: now?.state });
      const serial = await this.codes.takeForPaper(tx, ballotId, hash);
      if (serial === undefined) throw refuseElector.CODE_UNKNOWN();
      if (serial === null) throw refuseElector.CODE_USED();
      await this.codes.enter(tx, {
        id: randomUUID(),
        ballotId,
        serial,
        ballot: toStored(ballot, (option) => poll.positions.get(option)!),
        receiptHash: sha256(receipt),
        commitment: commitment(canonicalBallot(ballot), receipt),
      });
      return { receipt, serial };
    });
  }
}

function checked(poll: Poll, ballot: Ballot): Ballot {
  if (!poll.rules) throw refuseElector.VOTE_CLOSED({ state: poll.state });
  const verdict = checkBallot(poll.rules, ballot);
  if (!verdict.ok) throw refusalOf(verdict.refusals[0]!);
  return verdict.ballot;
}
