import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type EventScope, type Tx, UnitOfWork, accessRefusals } from '#platform';
import { CODE_BYTES, codeFrom, codeHash } from '../rules/codes.js';
import { refuseElector } from '../rules/electorate.refusals.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { InvitationsStore } from '../store/invitations.store.js';
import { type PaperCodeReport, PaperCodesStore } from '../store/paper-codes.store.js';

export interface PrintedCode {
  serial: number;
  code: string;
}

/** Codes to be printed and handed out, each good for one ballot, on paper or online (VOT-12). */
@Injectable()
export class KeepPaperCodes {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly invitations: InvitationsStore,
    private readonly codes: PaperCodesStore,
  ) {}

  /** Makes codes. They are shown now and never again: only salted hashes stay. */
  issue(scope: EventScope, ballotId: string, count: number): Promise<PrintedCode[]> {
    return this.unitOfWork.run(async (tx) => {
      await this.beforeItsEnd(tx, scope, ballotId);
      const salt = await this.invitations.saltFor(tx, ballotId, randomBytes(16));
      const made = Array.from({ length: count }, () => codeFrom(randomBytes(CODE_BYTES)));
      const first = await this.codes.add(
        tx,
        ballotId,
        made.map((code) => codeHash(salt, code)!),
      );
      await this.note(tx, scope, ballotId, 'paper codes issued', { count, first });
      return made.map((code, at) => ({ serial: first + at, code }));
    });
  }

  /** A lost or spoilt code is good for nothing any more. Refuses CODE_USED for one that has been used or is void. */
  makeVoid(scope: EventScope, ballotId: string, serial: number, reason: string): Promise<PaperCodeReport> {
    return this.unitOfWork.run(async (tx) => {
      await this.beforeItsEnd(tx, scope, ballotId);
      const done = await this.codes.makeVoid(tx, ballotId, serial);
      if (done === undefined) throw accessRefusals.NOT_FOUND();
      if (!done) throw refuseElector.CODE_USED();
      await this.note(tx, scope, ballotId, 'paper code void', { serial }, reason);
      return this.codes.report(tx, ballotId);
    });
  }

  async report(scope: EventScope, ballotId: string): Promise<PaperCodeReport> {
    if (!(await this.ballots.byId(this.database, scope.eventId, ballotId))) throw accessRefusals.NOT_FOUND();
    return this.codes.report(this.database, ballotId);
  }

  private async beforeItsEnd(tx: Tx, scope: EventScope, ballotId: string): Promise<BallotRow> {
    const ballot = await this.ballots.lock(tx, scope.eventId, ballotId);
    if (!ballot) throw accessRefusals.NOT_FOUND();
    if (ballot.state !== 'draft' && ballot.state !== 'open') throw refuseElector.VOTE_CLOSED({ state: ballot.state });
    return ballot;
  }

  private note(tx: Tx, scope: EventScope, ballotId: string, action: string, details: object, reason: string | null = null): Promise<void> {
    return tx.audit({ action, eventId: scope.eventId, subjectKind: 'ballot', subjectId: ballotId, reason, details });
  }
}
