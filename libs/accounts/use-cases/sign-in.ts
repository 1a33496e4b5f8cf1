import { Injectable } from '@nestjs/common';
import { Database, type Tx, UnitOfWork } from '#platform';
import { refuse } from '../domain/accounts.refusals.js';
import { emailKey } from '../domain/email.js';
import { FAILURES_COUNT_MS } from '../domain/lifetimes.js';
import { passwordFits } from '../domain/password.js';
import { type AccountRow, AccountsStore } from '../store/accounts.store.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { OpenSession } from './open-session.js';

const MOST_FAILURES = 10;

/** Signs in by password. Ten failures in a quarter of an hour make the next try wait; nobody is locked out for ever. */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly credentials: CredentialsStore,
    private readonly sessions: OpenSession,
  ) {}

  /** Who the credentials belong to. Takes equally long whether or not the account exists. */
  async verify(email: string, password: string): Promise<AccountRow> {
    const key = emailKey(email);
    await this.unitOfWork.run((tx) => this.refuseMany(tx, key));
    const account = await this.accounts.byEmail(this.database, email);
    const fits = await passwordFits(account?.password_hash, password);
    // Guesses that were made at the same moment are answered one after another: after ten wrong ones none is told whether it was right.
    await this.unitOfWork.run(async (tx) => {
      await this.credentials.lockTries(tx, key);
      await this.refuseMany(tx, key);
      await (fits ? this.credentials.forgetFailures(tx, key) : this.credentials.noteFailure(tx, key));
    });
    if (!fits) throw refuse.WRONG_CREDENTIALS();
    return account!;
  }

  execute(account: AccountRow, userAgent: string): Promise<string> {
    return this.unitOfWork.run((tx) => this.sessions.execute(tx, account, userAgent));
  }

  private async refuseMany(tx: Tx, key: string): Promise<void> {
    const { count, oldest } = await this.credentials.failuresSince(tx, key, new Date(tx.now.getTime() - FAILURES_COUNT_MS));
    if (count < MOST_FAILURES) return;
    const wait = FAILURES_COUNT_MS - (tx.now.getTime() - oldest!.getTime());
    throw refuse.TOO_MANY_TRIES({ retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) });
  }
}
