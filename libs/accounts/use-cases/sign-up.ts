import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import { HttpConfig, Mailer, type Tx, UnitOfWork } from '#platform';
import { hashPassword, refuseWeak } from '../domain/password.js';
import { accountMails } from '../domain/account-mails.js';
import { type AccountRow, AccountsStore } from '../store/accounts.store.js';
import { LinksStore } from '../store/links.store.js';
import { MailLimit } from './mail-limit.js';

interface NewAccount {
  email: string;
  name: string;
  password: string;
  locale: 'en' | 'fr';
  /** The page of ours that the mailed link leads on to. */
  wayBack?: string;
}

/** Opens an account. The answer never tells whether the address had one: the mail does, to its owner only. */
@Injectable()
export class SignUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly links: LinksStore,
    private readonly limit: MailLimit,
    private readonly mailer: Mailer,
    private readonly http: HttpConfig,
  ) {}

  async execute({ wayBack, ...input }: NewAccount): Promise<void> {
    await refuseWeak(input.password, input);
    const passwordHash = await hashPassword(input.password);
    await this.unitOfWork.run(async (tx) => {
      await this.limit.check(tx, input.email, ['confirm', 'sign_in']);
      // First, also where there is one: whether the address was known must not be told by how long this takes.
      const isNew = await this.accounts.add(tx, { id: newId(), ...input, passwordHash });
      const account = (await this.accounts.byEmail(tx, input.email))!;
      if (account.confirmed_at) return this.tellOwner(tx, account, wayBack);
      // An unconfirmed account belongs to nobody yet (a light entry, or a lost mail): its owner is whoever confirms.
      if (!isNew) await this.accounts.setPassword(tx, account.id, passwordHash);
      await this.askToConfirm(tx, input.locale, isNew ? account : (await this.accounts.byEmail(tx, input.email))!, wayBack);
    });
  }

  /** Mails go to the spelling that the account was opened with: whoever reads another one may be somebody else. */
  private async askToConfirm(
    tx: Tx,
    locale: 'en' | 'fr',
    { id, email, credential_version: version }: AccountRow,
    wayBack?: string,
  ): Promise<void> {
    const secret = await this.links.add(tx, { purpose: 'confirm', email, accountId: id, version, wayBack });
    await this.mailer.send(tx, accountMails.confirm(locale, email, `${this.http.publicUrl}/confirm?token=${secret}`));
  }

  /** A link to sign in with, so that who had forgotten their account comes back to where they wanted to go, too. */
  private async tellOwner(tx: Tx, { id, email, locale, credential_version: version }: AccountRow, wayBack?: string): Promise<void> {
    const secret = await this.links.add(tx, { purpose: 'sign_in', email, accountId: id, version, wayBack });
    await this.mailer.send(tx, accountMails.exists(locale, email, `${this.http.publicUrl}/link?token=${secret}`));
  }
}
