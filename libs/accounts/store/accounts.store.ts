import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, Tx } from '#platform';
import { emailKey } from '../domain/email.js';

export interface AccountRow {
  id: Id<'account'>;
  email: string;
  name: string;
  locale: 'en' | 'fr';
  password_hash: string | null;
  credential_version: number;
  is_admin: boolean;
  confirmed_at: Date | null;
  suspended_at: Date | null;
  suspended_because: string | null;
}

const COLUMNS = 'id, email, name, locale, password_hash, credential_version, is_admin, confirmed_at, suspended_at, suspended_because';

@Injectable()
export class AccountsStore {
  byEmail(db: Db, email: string): Promise<AccountRow | undefined> {
    return db.maybe<AccountRow>(`select ${COLUMNS} from accounts.account where email_key = $1 and erased_at is null`, [emailKey(email)]);
  }

  byId(db: Db, id: string): Promise<AccountRow | undefined> {
    return db.maybe<AccountRow>(`select ${COLUMNS} from accounts.account where id = $1 and erased_at is null`, [id]);
  }

  /** As `byId`, and nobody else changes its credentials until this transaction ends. */
  lock(tx: Tx, id: string): Promise<AccountRow | undefined> {
    return tx.maybe<AccountRow>(`select ${COLUMNS} from accounts.account where id = $1 and erased_at is null for update`, [id]);
  }

  /** Those that are shut out, the latest first; at most a hundred. */
  suspended(db: Db): Promise<AccountRow[]> {
    return db.query<AccountRow>(
      `select ${COLUMNS} from accounts.account where suspended_at is not null and erased_at is null order by suspended_at desc, id limit 100`,
      [],
    );
  }

  named(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return db.query('select id, name from accounts.account where id = any($1::uuid[]) and erased_at is null', [ids]);
  }

  /** Adds an account unless the mailbox has one; answers whether it was added. */
  async add(tx: Tx, account: { id: string; email: string; name: string; locale: string; passwordHash: string | null }): Promise<boolean> {
    const added = await tx.run(
      `insert into accounts.account (id, email, email_key, name, locale, password_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint account_email_once do nothing`,
      [account.id, account.email.trim(), emailKey(account.email), account.name, account.locale, account.passwordHash, tx.now],
    );
    return added === 1;
  }

  /** Notes that the mailbox has answered. `keepsPassword`: whether it answered to what came with the password. */
  confirm(tx: Tx, id: string, keepsPassword: boolean): Promise<number> {
    return tx.run(
      'update accounts.account set confirmed_at = $2, password_hash = case when $3 then password_hash end where id = $1 and confirmed_at is null',
      [id, tx.now, keepsPassword],
    );
  }

  describe(tx: Tx, id: string, name: string, locale: string): Promise<number> {
    return tx.run('update accounts.account set name = $2, locale = $3 where id = $1', [id, name, locale]);
  }

  /** A new password (or none) and a new version: every older session, token and link is dead from here on. */
  setPassword(tx: Tx, id: string, passwordHash: string): Promise<number> {
    return tx.run('update accounts.account set password_hash = $2, credential_version = credential_version + 1 where id = $1', [
      id,
      passwordHash,
    ]);
  }

  endEverySession(tx: Tx, id: string): Promise<number> {
    return tx.run('update accounts.account set credential_version = credential_version + 1 where id = $1', [id]);
  }

  suspend(tx: Tx, id: string, because: string): Promise<number> {
    return tx.run(
      'update accounts.account set suspended_at = $2, suspended_because = $3, credential_version = credential_version + 1 where id = $1 and suspended_at is null',
      [id, tx.now, because],
    );
  }

  unsuspend(tx: Tx, id: string): Promise<number> {
    return tx.run('update accounts.account set suspended_at = null, suspended_because = null where id = $1 and suspended_at is not null', [
      id,
    ]);
  }

  makeAdmin(tx: Tx, id: string): Promise<number> {
    return tx.run('update accounts.account set is_admin = true where id = $1', [id]);
  }
}
