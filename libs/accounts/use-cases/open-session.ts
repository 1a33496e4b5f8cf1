import { Injectable } from '@nestjs/common';
import { newSecret } from '#kernel';
import type { Tx } from '#platform';
import { refuse } from '../domain/accounts.refusals.js';
import { secretHash } from '../domain/secret.js';
import type { AccountRow } from '../store/accounts.store.js';
import { CredentialsStore } from '../store/credentials.store.js';

/** The last step of every way to sign in: a new session with a new id, for an account that may have one. */
@Injectable()
export class OpenSession {
  constructor(private readonly credentials: CredentialsStore) {}

  async execute(tx: Tx, account: AccountRow, userAgent: string): Promise<string> {
    if (account.suspended_at) throw refuse.SUSPENDED();
    if (!account.confirmed_at) throw refuse.NOT_CONFIRMED();
    const secret = newSecret();
    await this.credentials.addSession(tx, {
      hash: secretHash(secret),
      accountId: account.id,
      version: account.credential_version,
      userAgent,
    });
    await tx.audit({ action: 'signed in', by: account.id, subjectKind: 'account', subjectId: account.id });
    return secret;
  }
}
