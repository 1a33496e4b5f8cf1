import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { accessRefusals, Database, type EventScope, UnitOfWork } from '#platform';
import { AccountsStore } from '../store/accounts.store.js';
import { type InvitationRow, InvitationsStore } from '../store/invitations.store.js';

/** What an owner sees of invitations that wait for an answer, and how one is taken back. */
@Injectable()
export class KeepInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsStore,
    private readonly invitations: InvitationsStore,
  ) {}

  list({ eventId }: EventScope): Promise<InvitationRow[]> {
    return this.invitations.open(this.database, eventId, this.clock.now());
  }

  /** Its link is dead from here on. It still counts among the mails of the hour: taking back is no way to write to somebody more often. */
  async takeBack({ eventId }: EventScope, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const closed = await this.invitations.close(tx, eventId, id);
      if (!closed) throw accessRefusals.NOT_FOUND();
      const account = await this.accounts.byEmail(tx, closed.email);
      await tx.audit({
        action: 'role offer taken back',
        eventId,
        subjectKind: 'role',
        subjectId: closed.role,
        details: { to: account?.id ?? null },
      });
    });
  }
}
