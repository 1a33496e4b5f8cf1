import { Injectable } from '@nestjs/common';
import { newId, newSecret } from '#kernel';
import { type Actor, accessRefusals, Database, UnitOfWork } from '#platform';
import { hashPassword, refuseWeak } from '../domain/password.js';
import { secretHash } from '../domain/secret.js';
import { AccountsStore } from '../store/accounts.store.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { OpenSession } from './open-session.js';
import { SignIn } from './sign-in.js';

const DAY_MS = 86_400_000;

/** What members do with their own credentials: password, sessions, access tokens. */
@Injectable()
export class ChangeCredentials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly signIn: SignIn,
    private readonly accounts: AccountsStore,
    private readonly credentials: CredentialsStore,
    private readonly sessions: OpenSession,
  ) {}

  /**
   * Sets a new password, ends every session and token and answers a new one for this device. The present one is judged as at sign-in, so that
   * it cannot be guessed here either; where there is none, a program is not believed to be its owner.
   */
  async changePassword({ accountId, sessionId }: Actor, current: string, next: string, userAgent: string): Promise<string> {
    const asked = await this.accounts.byId(this.database, accountId);
    if (!asked) throw accessRefusals.SIGN_IN_NEEDED();
    if (asked.password_hash) await this.signIn.verify(asked.email, current);
    else if (sessionId === null) throw accessRefusals.NOT_ALLOWED({}, 'A first password is chosen in a browser, or with a mailed link.');
    await refuseWeak(next, asked);
    const passwordHash = await hashPassword(next);
    return this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.lock(tx, accountId);
      if (account?.credential_version !== asked.credential_version) throw accessRefusals.SIGN_IN_NEEDED();
      await this.accounts.setPassword(tx, accountId, passwordHash);
      await tx.audit({ action: 'password changed', subjectKind: 'account', subjectId: accountId });
      return this.sessions.execute(tx, (await this.accounts.byId(tx, accountId))!, userAgent);
    });
  }

  async signOut(secret: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.credentials.endSession(tx, secretHash(secret)));
  }

  /** Ends every session and every access token. A program that asks for it keeps its own: it was given that to act on, not signed in with it. */
  async signOutEverywhere({ accountId, tokenHash }: Actor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.accounts.endEverySession(tx, accountId);
      if (tokenHash) await this.credentials.keepToken(tx, tokenHash);
      await tx.audit({ action: 'signed out everywhere', subjectKind: 'account', subjectId: accountId });
    });
  }

  /**
   * A personal access token; its secret is answered once and never again. `days` from 1 to 366. One that a token asks for ends with that
   * token at the latest: a program cannot stay for longer than it was let in.
   */
  async makeToken(
    { accountId, tokenHash }: Pick<Actor, 'accountId' | 'tokenHash'>,
    name: string,
    days: number,
  ): Promise<{ id: string; token: string; expiresAt: Date }> {
    const secret = `wgt_${newSecret()}`;
    return this.unitOfWork.run(async (tx) => {
      const id = newId();
      const wanted = new Date(tx.now.getTime() + days * DAY_MS);
      const end = tokenHash && (await this.credentials.endOfToken(tx, tokenHash));
      const expiresAt = end && end < wanted ? end : wanted;
      await this.credentials.addToken(tx, { id, accountId, hash: secretHash(secret), name, expiresAt });
      await tx.audit({ action: 'token made', subjectKind: 'access token', subjectId: id });
      return { id, token: secret, expiresAt };
    });
  }

  async revokeToken(accountId: string, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if ((await this.credentials.revokeToken(tx, accountId, id)) === 0) throw accessRefusals.NOT_FOUND();
      await tx.audit({ action: 'token revoked', subjectKind: 'access token', subjectId: id });
    });
  }
}
