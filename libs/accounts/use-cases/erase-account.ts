import { Injectable } from '@nestjs/common';
import { type Actor, accessRefusals, badFields, Database, type Db, EventScopes, HttpConfig, Mailer, type Tx, UnitOfWork } from '#platform';
import { accountMails } from '../domain/account-mails.js';
import { refuse } from '../domain/accounts.refusals.js';
import { emailKey } from '../domain/email.js';
import { type Bond, PersonalParts } from '../personal-parts.js';
import { type AccountRow, AccountsStore } from '../store/accounts.store.js';
import { ErasureStore } from '../store/erasure.store.js';
import { LinksStore } from '../store/links.store.js';
import { RolesStore } from '../store/roles.store.js';
import { MailLimit } from './mail-limit.js';
import { SignIn } from './sign-in.js';

/** How the owner shows that it is them: their password, or the secret of a link that was mailed to them. */
export interface Proof {
  password?: string;
  confirmation?: string;
}

/** Somebody leaves: everything personal goes, the row stays for books and tallies to point at (VOT-10). */
@Injectable()
export class EraseAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly erasure: ErasureStore,
    private readonly links: LinksStore,
    private readonly roles: RolesStore,
    private readonly parts: PersonalParts,
    private readonly scopes: EventScopes,
    private readonly signIn: SignIn,
    private readonly limit: MailLimit,
    private readonly mailer: Mailer,
    private readonly http: HttpConfig,
  ) {}

  /** What has to end first, and whether there is a password to prove it with. */
  async ask(actor: Actor): Promise<{ bonds: Bond[]; hasPassword: boolean }> {
    const account = await this.present(this.database, actor);
    return { bonds: await this.bondsOf(this.database, account.id), hasPassword: account.password_hash !== null };
  }

  /** Mails a link that erases the account, once, within half an hour. Refuses ACCOUNT_BOUND and TOO_MANY_TRIES. */
  async sendLink(actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { id, email, locale, credential_version: version } = await this.present(tx, actor);
      await this.refuseBound(tx, id);
      await this.limit.check(tx, email, ['erase']);
      const secret = await this.links.add(tx, { purpose: 'erase', email, accountId: id, version });
      await this.mailer.send(tx, accountMails.erase(locale, email, `${this.http.publicUrl}/me/erase?token=${secret}`));
    });
  }

  /** Refuses WRONG_CREDENTIALS, LINK_DEAD, TOO_MANY_TRIES and ACCOUNT_BOUND; a link that was refused for a bond can be used later. */
  async execute(actor: Actor, { password, confirmation }: Proof): Promise<void> {
    if (password === undefined && confirmation === undefined)
      throw badFields([{ pointer: '/password', message: 'should not be empty, unless a confirmation is given' }]);
    const account = await this.present(this.database, actor);
    if (password !== undefined) await this.signIn.verify(account.email, password);
    await this.unitOfWork.run(async (tx) => {
      if (password === undefined) await this.useLink(tx, account, confirmation!);
      await this.lockOwned(tx, account.id);
      await this.refuseBound(tx, account.id);
      if ((await this.erasure.empty(tx, account)) === 0) throw accessRefusals.SIGN_IN_NEEDED();
      await this.erasure.forgetCredentials(tx, account.id, account.email);
      await this.mailer.forget(tx, [account.email, emailKey(account.email)]);
      await this.takeRoles(tx, account.id);
      await tx.audit({ action: 'account erased', subjectKind: 'account', subjectId: account.id, to: 'erased' });
      await tx.fact({ type: 'AccountErased', eventId: null, body: { accountId: account.id } });
    });
  }

  private async present(db: Db, actor: Actor): Promise<AccountRow> {
    const account = await this.accounts.byId(db, actor.accountId);
    if (!account) throw accessRefusals.SIGN_IN_NEEDED();
    return account;
  }

  private async useLink(tx: Tx, account: AccountRow, secret: string): Promise<void> {
    const link = await this.links.use(tx, secret, 'erase');
    if (link?.account_id !== account.id || link.credential_version !== account.credential_version) throw refuse.LINK_DEAD();
  }

  /** Two owners who leave at the same moment wait for each other, always in the same order. */
  private async lockOwned(tx: Tx, accountId: string): Promise<void> {
    const held = await this.roles.heldBy(tx, accountId);
    for (const { event_id, role } of held) if (role === 'owner') await this.roles.lock(tx, event_id);
  }

  private async refuseBound(db: Db, accountId: string): Promise<void> {
    const bonds = await this.bondsOf(db, accountId);
    if (bonds.length) throw refuse.ACCOUNT_BOUND({ bonds }, bonds.map((bond) => bond.says).join(' '));
  }

  private async bondsOf(db: Db, accountId: string): Promise<Bond[]> {
    const owned = await this.scopes.namesOf(await this.roles.solelyOwnedBy(db, accountId));
    const bonds = [...owned.values()].map(({ slug, name }) => ({
      code: 'LAST_OWNER',
      about: name,
      page: `/events/${slug}`,
      says: `You are the only owner of “${name}”: make somebody else its owner first.`,
    }));
    return [...bonds, ...(await this.parts.bondsOf(db, accountId))];
  }

  private async takeRoles(tx: Tx, accountId: string): Promise<void> {
    for (const { event_id: eventId, role } of await this.erasure.takeRoles(tx, accountId))
      await tx.audit({
        action: 'role revoked',
        eventId,
        subjectKind: 'account',
        subjectId: accountId,
        from: role,
        reason: 'account erased',
      });
  }
}
