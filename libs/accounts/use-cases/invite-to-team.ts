import { Injectable } from '@nestjs/common';
import { type EventScope, EventScopes, HttpConfig, Mailer, type Role, UnitOfWork } from '#platform';
import { accountMails } from '../domain/account-mails.js';
import { refuse } from '../domain/accounts.refusals.js';
import { AccountsStore } from '../store/accounts.store.js';
import { LinksStore } from '../store/links.store.js';
import { RolesStore } from '../store/roles.store.js';
import { MailLimit } from './mail-limit.js';

/** An owner asks somebody to take up a role, by mail. */
@Injectable()
export class InviteToTeam {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly links: LinksStore,
    private readonly roles: RolesStore,
    private readonly scopes: EventScopes,
    private readonly limit: MailLimit,
    private readonly mailer: Mailer,
    private readonly http: HttpConfig,
  ) {}

  async execute({ eventId, slug }: EventScope, email: string, role: Role): Promise<void> {
    const event = (await this.scopes.namesOf([eventId])).get(eventId)?.name ?? slug;
    await this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.byEmail(tx, email);
      if (account && (await this.roles.holders(tx, eventId, role)).includes(account.id)) throw refuse.ROLE_HELD({ role });
      await this.limit.check(tx, email, ['invitation']);
      const secret = await this.links.add(tx, { purpose: 'invitation', email, eventId, role });
      const page = `${this.http.publicUrl}/invitation?token=${secret}`;
      await this.mailer.send(tx, accountMails.invitation(account?.locale ?? 'en', email, page, event));
      await tx.audit({ action: 'role offered', eventId, subjectKind: 'role', subjectId: role, details: { to: account?.id ?? null } });
    });
  }
}
