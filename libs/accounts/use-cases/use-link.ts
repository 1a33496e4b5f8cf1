import { Injectable } from '@nestjs/common';
import { Clock, type Refusal } from '#kernel';
import { Database, HttpConfig, Mailer, type Tx, UnitOfWork } from '#platform';
import { accountMails } from '../domain/account-mails.js';
import { refuse } from '../domain/accounts.refusals.js';
import { hashPassword, refuseWeak } from '../domain/password.js';
import { type AccountRow, AccountsStore } from '../store/accounts.store.js';
import { type LinkPurpose, LinksStore } from '../store/links.store.js';
import { MailLimit } from './mail-limit.js';
import { OpenSession } from './open-session.js';

/** Signing up mails a link of either kind, by whether the address is known: both count, so that the limit does not tell which it was. */
const COUNTED = { sign_in: ['confirm', 'sign_in'], reset: ['reset'] } as const;
const PAGE: Readonly<Record<'sign_in' | 'reset', string>> = { sign_in: 'link', reset: 'reset' };

/** What using a link comes to: a new session, and the page of ours that the link was asked for on. */
export interface CameIn {
  session: string;
  wayBack: string | null;
}

/** A dead link still says where it led, so that whoever asks for another one does not lose the way. */
const linkDead = (wayBack: string | null): Refusal => refuse.LINK_DEAD(wayBack === null ? {} : { wayBack });

/** Everything that a link sent by mail can do for its owner: confirm the address, sign in, choose a new password. */
@Injectable()
export class UseLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsStore,
    private readonly links: LinksStore,
    private readonly limit: MailLimit,
    private readonly sessions: OpenSession,
    private readonly mailer: Mailer,
    private readonly http: HttpConfig,
  ) {}

  /**
   * Sends a link if the address has an account. The answer is the same if not, also to who asks too often: a link that is sent to nobody
   * counts like one that was sent. So is the work, that the time it takes tells nothing. `wayBack` is where the link leads on to.
   */
  async request(purpose: 'sign_in' | 'reset', email: string, wayBack?: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.limit.check(tx, email, COUNTED[purpose]);
      const account = await this.accounts.byEmail(tx, email);
      const version = account?.credential_version;
      const secret = await this.links.add(tx, { purpose, email, accountId: account?.id, version, wayBack });
      const mail = purpose === 'sign_in' ? accountMails.signIn : accountMails.reset;
      const link = `${this.http.publicUrl}/${PAGE[purpose]}?token=${secret}`;
      const known = account !== undefined && account.suspended_at === null;
      await this.mailer.sendIf(known, tx, mail(account?.locale ?? 'en', account?.email ?? email, link));
    });
  }

  /** Confirms the address and signs in. */
  confirm(secret: string, userAgent: string): Promise<CameIn> {
    return this.comeIn(secret, userAgent, 'confirm', { keepsPassword: true });
  }

  /** Refuses LINK_DEAD unless the link would sign somebody in; it stays as it is. */
  async refuseDead(secret: string): Promise<void> {
    if (await this.links.holds(this.database, secret, 'sign_in', this.clock.now())) return;
    throw linkDead(await this.links.wayBack(this.database, secret));
  }

  /** Signs in; a link that reached the mailbox also confirms it, without the password that somebody may have chosen for it. */
  signIn(secret: string, userAgent: string): Promise<CameIn> {
    return this.comeIn(secret, userAgent, 'sign_in', { keepsPassword: false });
  }

  /** Sets the password; answers where to go once signed in with it. */
  async resetPassword(secret: string, password: string): Promise<string | null> {
    const passwordHash = await hashPassword(password);
    return this.unitOfWork.run(async (tx) => {
      const { account, wayBack } = await this.take(tx, secret, 'reset');
      await refuseWeak(password, account);
      await this.confirmed(tx, account, { keepsPassword: false });
      await this.accounts.setPassword(tx, account.id, passwordHash);
      await tx.audit({ action: 'password reset', by: account.id, subjectKind: 'account', subjectId: account.id });
      return wayBack;
    });
  }

  private comeIn(secret: string, userAgent: string, purpose: 'confirm' | 'sign_in', how: { keepsPassword: boolean }): Promise<CameIn> {
    return this.unitOfWork.run(async (tx) => {
      const { account, wayBack } = await this.take(tx, secret, purpose);
      return { session: await this.sessions.execute(tx, await this.confirmed(tx, account, how), userAgent), wayBack };
    });
  }

  /** The account behind a link and where it leads on to; a link of an older credential version is as dead as a used one. */
  private async take(tx: Tx, secret: string, purpose: LinkPurpose): Promise<{ account: AccountRow; wayBack: string | null }> {
    const wayBack = await this.links.wayBack(tx, secret);
    const link = await this.links.use(tx, secret, purpose);
    const account = link?.account_id ? await this.accounts.lock(tx, link.account_id) : undefined;
    if (!link || !account || link.credential_version !== account.credential_version) throw linkDead(wayBack);
    return { account, wayBack };
  }

  private async confirmed(tx: Tx, account: AccountRow, { keepsPassword }: { keepsPassword: boolean }): Promise<AccountRow> {
    if (account.confirmed_at) return account;
    await this.accounts.confirm(tx, account.id, keepsPassword);
    await tx.fact({ type: 'AccountConfirmed', eventId: null, body: { accountId: account.id } });
    return { ...account, confirmed_at: tx.now };
  }
}
