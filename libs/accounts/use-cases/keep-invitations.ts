import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { type Actor, accessRefusals, Database, type EventScope, EventScopes, UnitOfWork } from '#platform';
import type { OfferedRoleView } from '../http/account.view.js';
import { refuse } from '../domain/accounts.refusals.js';
import { AccountsStore } from '../store/accounts.store.js';
import { type InvitationRow, InvitationsStore } from '../store/invitations.store.js';

/** Invitations that wait for an answer: what an owner sees of them, what the invited person does, and how one is taken back. */
@Injectable()
export class KeepInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsStore,
    private readonly invitations: InvitationsStore,
    private readonly scopes: EventScopes,
  ) {}

  list({ eventId }: EventScope): Promise<InvitationRow[]> {
    return this.invitations.open(this.database, eventId, this.clock.now());
  }

  /** What the caller would take up; the link stays as it is. Refuses LINK_DEAD also where it was sent to somebody else. */
  async look({ accountId }: Actor, secret: string): Promise<OfferedRoleView> {
    const account = await this.accounts.byId(this.database, accountId);
    const offer = account && (await this.invitations.offer(this.database, secret, account.email, this.clock.now()));
    const event = offer && (await this.scopes.namesOf([offer.event_id])).get(offer.event_id);
    if (!offer || !event) throw refuse.LINK_DEAD();
    return { event, role: offer.role, expiresAt: offer.expires_at.toISOString() };
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
