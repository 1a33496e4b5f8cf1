import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import { HttpConfig, Mailer, type Tx, UnitOfWork } from '#platform';
import { hashPassword, refuseWeak } from '../domain/password.js';
import { accountMails } from '../domain/account-mails.js';
import { AccountsStore } from '../store/accounts.store.js';
import { LinksStore } from '../store/links.store.js';
import { MailLimit } from './mail-limit.js';

interface NewAccount {
  email: string;
  name: string;
  password: string;
  locale: 'en' | 'fr';
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

  async execute(input: NewAccount): Promise<void> {
    refuseWeak(input.password, [input.name, input.email.split('@')[0] ?? '']);
    const passwordHash = await hashPassword(input.password);
    await this.unitOfWork.run(async (tx) => {
      await this.limit.check(tx, input.email, ['confirm', 'sign_in']);
      const known = await this.accounts.byEmail(tx, input.email);
      if (known?.confirmed_at) return this.tellOwner(tx, input);
      // An unconfirmed account belongs to nobody yet (a light entry, or a lost mail): its owner is whoever confirms.
      if (known) await this.accounts.setPassword(tx, known.id, passwordHash);
      else await this.accounts.add(tx, { id: newId(), ...input, passwordHash });
      const account = await this.accounts.byEmail(tx, input.email);
      const secret = await this.links.add(tx, {
        purpose: 'confirm',
        email: input.email,
        accountId: account!.id,
        version: account!.credential_version,
      });
      await this.mailer.send(tx, accountMails.confirm(input.locale, input.email, `${this.http.publicUrl}/confirm?token=${secret}`));
    });
  }

  private async tellOwner(tx: Tx, input: NewAccount): Promise<void> {
    await this.links.add(tx, { purpose: 'sign_in', email: input.email });
    await this.mailer.send(tx, accountMails.exists(input.locale, input.email, `${this.http.publicUrl}/sign-in`));
  }
}
