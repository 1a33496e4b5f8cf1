import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { emailKey } from '#accounts';
import { type Actor, Database, type EventScope, type Tx, UnitOfWork, accessRefusals } from '#platform';
import { addressHash } from '../rules/admission.js';
import { CODE_BYTES, codeFrom, codeHash } from '../rules/codes.js';
import { refuseElector } from '../rules/electorate.refusals.js';
import { BallotsStore } from '../store/ballots.store.js';
import { ElectorsStore } from '../store/electors.store.js';
import { InvitationsStore, type MembershipCodeRow } from '../store/invitations.store.js';

/** Says who is invited to a restricted vote, by address or by an organisation's code. Fixed from the opening on (VOT-6). */
@Injectable()
export class InviteElectors {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly electors: ElectorsStore,
    private readonly invitations: InvitationsStore,
  ) {}

  /** Puts addresses on the list and answers how many stand on it. Nobody learns which of them have an account. */
  invite(scope: EventScope, ballotId: string, addresses: readonly string[]): Promise<number> {
    return this.whileDraft(scope, ballotId, async (tx) => {
      const hashes = new Set(addresses.map((address) => addressHash(ballotId, emailKey(address))));
      await this.invitations.invite(tx, ballotId, [...hashes]);
      return this.invitations.invitedCount(tx, ballotId);
    });
  }

  clear(scope: EventScope, ballotId: string): Promise<void> {
    return this.whileDraft(scope, ballotId, (tx) => this.invitations.clear(tx, ballotId));
  }

  async invited(scope: EventScope, ballotId: string): Promise<number> {
    if (!(await this.ballots.byId(this.database, scope.eventId, ballotId))) throw accessRefusals.NOT_FOUND();
    return this.invitations.invitedCount(this.database, ballotId);
  }

  /** A code for the members of an organisation. Shown now and never again. */
  makeCode(scope: EventScope, ballotId: string, organisation: string, most: number): Promise<string> {
    return this.whileDraft(scope, ballotId, async (tx) => {
      const salt = await this.invitations.saltFor(tx, ballotId, randomBytes(16));
      const code = codeFrom(randomBytes(CODE_BYTES));
      await this.invitations.addCode(tx, ballotId, codeHash(salt, code)!, organisation, most);
      await tx.audit({
        action: 'membership code made',
        eventId: scope.eventId,
        subjectKind: 'ballot',
        subjectId: ballotId,
        details: { organisation, most },
      });
      return code;
    });
  }

  async codes(scope: EventScope, ballotId: string): Promise<MembershipCodeRow[]> {
    if (!(await this.ballots.byId(this.database, scope.eventId, ballotId))) throw accessRefusals.NOT_FOUND();
    return this.invitations.codes(this.database, ballotId);
  }

  /** A member enters a code and is in the electorate; again with the same code changes nothing. */
  join(actor: Actor, scope: EventScope, ballotId: string, typed: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const admission = await this.electors.admissionHeld(tx, scope.eventId, ballotId);
      if (!admission || admission.state === 'draft') throw accessRefusals.NOT_FOUND();
      if (admission.state !== 'open' || admission.closesAt <= tx.now) throw refuseElector.VOTE_CLOSED({ state: admission.state });
      if (!admission.admits.includes('code')) throw refuseElector.NOT_ELIGIBLE();
      const salt = await this.invitations.saltOf(tx, scope.eventId, ballotId);
      const hash = salt && codeHash(salt, typed);
      const left = hash ? await this.invitations.roomLeft(tx, ballotId, hash) : undefined;
      if (!hash || left === undefined) throw refuseElector.CODE_UNKNOWN();
      if (await this.electors.has(tx, ballotId, actor.accountId)) return;
      if (left <= 0) throw refuseElector.CODE_EXHAUSTED();
      await this.electors.add(tx, ballotId, actor.accountId, 'code', hash);
    });
  }

  private whileDraft<T>(scope: EventScope, ballotId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      const ballot = await this.ballots.lock(tx, scope.eventId, ballotId);
      if (!ballot) throw accessRefusals.NOT_FOUND();
      if (ballot.state !== 'draft') throw refuseElector.RULES_LOCKED({ state: ballot.state });
      return work(tx);
    });
  }
}
