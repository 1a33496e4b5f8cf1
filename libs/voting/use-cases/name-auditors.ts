import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { type Actor, Database, type EventScope, UnitOfWork, accessRefusals } from '#platform';
import { refuse } from '../rules/voting.refusals.js';
import { BallotsStore } from '../store/ballots.store.js';
import { PublicationStore } from '../store/publication.store.js';

/** Names the two people who may count the ballots of a vote that publishes totals only. Everybody may know who they are. */
@Injectable()
export class NameAuditors {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly ballots: BallotsStore,
    private readonly publication: PublicationStore,
  ) {}

  async execute(actor: Actor, scope: EventScope, ballotId: string, emails: readonly string[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const ballot = await this.ballots.lock(tx, scope.eventId, ballotId);
      if (!ballot) throw accessRefusals.NOT_FOUND();
      const found = await Promise.all(emails.map((email) => this.accounts.byEmail(tx, email)));
      const running = new Set<string>([actor.accountId]);
      for (const role of ['owner', 'organiser'] as const)
        for (const id of await this.accounts.holders(tx, scope.eventId, role)) running.add(id);
      const ids = found.flatMap((account) => (account?.confirmed && !running.has(account.id) ? [account.id] : []));
      if (ids.length !== 2 || ids[0] === ids[1]) throw refuse.NOT_AN_AUDITOR();
      await this.publication.nameAuditors(tx, ballotId, ids);
      await tx.audit({
        action: 'auditors named',
        eventId: scope.eventId,
        subjectKind: 'ballot',
        subjectId: ballotId,
        details: { auditors: ids },
      });
    });
  }

  /** Their names. */
  async of(scope: EventScope, ballotId: string): Promise<string[]> {
    const ballot = await this.ballots.byId(this.database, scope.eventId, ballotId);
    if (!ballot || ballot.state === 'draft') throw accessRefusals.NOT_FOUND();
    const ids = await this.publication.auditors(this.database, ballotId);
    const names = await this.accounts.namesOf(this.database, ids);
    return ids.map((id) => names.get(id) ?? '').sort();
  }
}
