import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type Actor, Database, type EventScope, type Tx, UnitOfWork, accessRefusals } from '#platform';
import { refuseElector } from '../rules/electorate.refusals.js';
import type { Signal } from '../rules/signals.js';
import { BallotsStore } from '../store/ballots.store.js';
import { ElectorsStore } from '../store/electors.store.js';
import { SignalsStore } from '../store/signals.store.js';
import { type VoidingRow, VoidingsStore } from '../store/voidings.store.js';
import { TellVoters } from './tell-voters.js';

const MOST_AT_ONCE = 1_000;

/**
 * Voids ballots that carry a sign, by two people and with a reason, as long as the vote is open (VOT-11): a vote that is closed knows
 * nobody's ballot any more, and what nobody has granted by then lapses. The ballots stay, set aside; their number is public, their owners are told.
 */
@Injectable()
export class VoidFlagged {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly electors: ElectorsStore,
    private readonly signals: SignalsStore,
    private readonly voidings: VoidingsStore,
    private readonly tell: TellVoters,
  ) {}

  /** Asks that the ballots which carry a sign now be voided. */
  ask(actor: Actor, scope: EventScope, ballotId: string, sign: Signal, reason: string): Promise<{ id: string; ballots: number }> {
    return this.unitOfWork.run(async (tx) => {
      await this.whileOpen(tx, scope, ballotId);
      const voteIds = (await this.signals.carrying(tx, ballotId, sign)).slice(0, MOST_AT_ONCE);
      if (!voteIds.length) throw refuseElector.NOTHING_FLAGGED({ sign });
      const id = newId();
      await this.voidings.ask(tx, { id, ballotId, voteIds, reason, askedBy: actor.accountId });
      await this.note(tx, scope, ballotId, 'voiding of ballots asked for', reason, { voidingId: id, sign, ballots: voteIds.length });
      return { id, ballots: voteIds.length };
    });
  }

  /** A second person grants or refuses it. */
  decide(actor: Actor, scope: EventScope, ballotId: string, id: string, granted: boolean): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.whileOpen(tx, scope, ballotId);
      const voiding = await this.voidings.find(tx, ballotId, id);
      if (!voiding) throw accessRefusals.NOT_FOUND();
      if (voiding.asked_by === actor.accountId) throw refuseElector.VOIDING_NEEDS_TWO();
      if (!(await this.voidings.decide(tx, id, actor.accountId, granted))) throw refuseElector.VOIDING_DECIDED();
      await this.note(tx, scope, ballotId, granted ? 'ballots voided' : 'voiding of ballots refused', voiding.reason, { voidingId: id });
      if (!granted) return;
      for (const accountId of await this.voidings.setAside(tx, id))
        if (accountId) await this.tell.ofVoiding(tx, scope.eventId, ballotId, accountId as Id<'account'>, voiding.reason);
    });
  }

  async list(scope: EventScope, ballotId: string): Promise<VoidingRow[]> {
    if (!(await this.ballots.byId(this.database, scope.eventId, ballotId))) throw accessRefusals.NOT_FOUND();
    return this.voidings.list(this.database, ballotId);
  }

  private async whileOpen(tx: Tx, scope: EventScope, ballotId: string): Promise<void> {
    const ballot = await this.electors.admissionHeld(tx, scope.eventId, ballotId);
    if (!ballot) throw accessRefusals.NOT_FOUND();
    if (ballot.state !== 'open' || ballot.closesAt <= tx.now) throw refuseElector.VOTE_CLOSED({ state: ballot.state });
  }

  private note(tx: Tx, scope: EventScope, ballotId: string, action: string, reason: string, details: object): Promise<void> {
    return tx.audit({ action, eventId: scope.eventId, subjectKind: 'ballot', subjectId: ballotId, reason, details });
  }
}
