import { Injectable } from '@nestjs/common';
import { type Actor, accessRefusals, Database, type EventScope, type Role, UnitOfWork } from '#platform';
import { Accounts } from '../accounts.js';
import { refuse } from '../domain/accounts.refusals.js';
import { emailKey } from '../domain/email.js';
import { AccountsStore } from '../store/accounts.store.js';
import { LinksStore } from '../store/links.store.js';
import { RolesStore, type TeamRow } from '../store/roles.store.js';

/** Who holds which role in an event: accepted once by the person invited, taken back by an owner. */
@Injectable()
export class KeepTeam {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly links: LinksStore,
    private readonly roles: RolesStore,
    private readonly door: Accounts,
  ) {}

  list(scope: EventScope): Promise<TeamRow[]> {
    return this.roles.team(this.database, scope.eventId);
  }

  /**
   * Takes up a role. The link works once, for the mailbox it was sent to, also when two tabs press at the same time; others to the same role
   * are closed with it, so that none is left over for the day the role is taken back.
   */
  async accept(actor: Actor, secret: string): Promise<{ eventId: string; role: Role }> {
    return this.unitOfWork.run(async (tx) => {
      const link = await this.links.use(tx, secret, 'invitation');
      const account = await this.accounts.byId(tx, actor.accountId);
      if (!link?.event_id || !link.role || !account || emailKey(account.email) !== link.email) throw refuse.LINK_DEAD();
      await this.links.closeInvitations(tx, account.email, link.event_id, link.role);
      await this.door.grant(tx, link.event_id, actor.accountId, link.role);
      return { eventId: link.event_id, role: link.role };
    });
  }

  /** Refuses LAST_OWNER when nobody who can sign in would be left to appoint others. */
  async revoke(scope: EventScope, accountId: string, role: Role): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.roles.lock(tx, scope.eventId);
      if (role === 'owner' && (await this.roles.solelyOwnedBy(tx, accountId)).includes(scope.eventId)) throw refuse.LAST_OWNER();
      if ((await this.roles.revoke(tx, scope.eventId, accountId, role)) === 0) throw accessRefusals.NOT_FOUND();
      const account = await this.accounts.byId(tx, accountId);
      if (account) await this.links.closeInvitations(tx, account.email, scope.eventId, role);
      await tx.audit({ action: 'role revoked', eventId: scope.eventId, subjectKind: 'account', subjectId: accountId, from: role });
    });
  }
}
