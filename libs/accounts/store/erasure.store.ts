import { Injectable } from '@nestjs/common';
import type { Role, Tx } from '#platform';
import { emailKey } from '../domain/email.js';

@Injectable()
export class ErasureStore {
  /** Makes a row nobody's and its address free again; zero when it is nobody's already, or its credentials have changed meanwhile. */
  empty(tx: Tx, account: { id: string; credential_version: number }): Promise<number> {
    return tx.run(
      `update accounts.account set erased_at = $3, name = '', email = '', email_key = 'erased ' || id, locale = 'en', password_hash = null, is_admin = false,
         suspended_because = null, credential_version = credential_version + 1 where id = $1 and credential_version = $2 and erased_at is null`,
      [account.id, account.credential_version, tx.now],
    );
  }

  /** Everything that the person signed in with, or was sent. */
  async forgetCredentials(tx: Tx, accountId: string, email: string): Promise<void> {
    const key = emailKey(email);
    await tx.run('delete from accounts.session where account_id = $1', [accountId]);
    await tx.run('delete from accounts.access_token where account_id = $1', [accountId]);
    await tx.run('delete from accounts.one_time_link where account_id = $1', [accountId]);
    await tx.run('delete from accounts.one_time_link where email = $1', [key]);
    await tx.run('delete from accounts.failed_sign_in where email_key = $1', [key]);
  }

  /** Takes every role back, and answers which they were. */
  takeRoles(tx: Tx, accountId: string): Promise<{ event_id: string; role: Role }[]> {
    return tx.query('delete from accounts.role_grant where account_id = $1 returning event_id, role', [accountId]);
  }
}
