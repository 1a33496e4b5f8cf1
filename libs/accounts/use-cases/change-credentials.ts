import { Injectable } from '@nestjs/common';
import { type Id, newId, newSecret } from '#kernel';
import { type Actor, accessRefusals, UnitOfWork } from '#platform';
import { refuse } from '../domain/accounts.refusals.js';
import { hashPassword, passwordFits, refuseWeak } from '../domain/password.js';
import { secretHash } from '../domain/secret.js';
import { AccountsStore } from '../store/accounts.store.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { OpenSession } from './open-session.js';

const DAY_MS = 86_400_000;

/** What members do with their own credentials: password, sessions, access tokens. */
@Injectable()
export class ChangeCredentials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly credentials: CredentialsStore,
    private readonly sessions: OpenSession,
  ) {}

  /** Sets a new password, ends every session and token and answers a new one for this device. */
  async changePassword(accountId: Id<'account'>, current: string, next: string, userAgent: string): Promise<string> {
    const passwordHash = await hashPassword(next);
    return this.unitOfWork.run(async (tx) => {
      const account = (await this.accounts.lock(tx, accountId))!;
      if (account.password_hash && !(await passwordFits(account.password_hash, current))) throw refuse.WRONG_CREDENTIALS();
      refuseWeak(next, [account.name, account.email.split('@')[0] ?? '']);
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

  /** A personal access token; its secret is answered once and never again. `days` from 1 to 366. */
  async makeToken(accountId: string, name: string, days: number): Promise<{ id: string; token: string; expiresAt: Date }> {
    const secret = `wgt_${newSecret()}`;
    return this.unitOfWork.run(async (tx) => {
      const id = newId();
      const expiresAt = new Date(tx.now.getTime() + days * DAY_MS);
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
