import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, Role, Tx } from '#platform';

/** A person as a request knows them: loaded in one statement, roles included. */
export interface KnownPerson {
  /** Of the session or token they were known by. */
  token_hash: Buffer;
  id: Id<'account'>;
  name: string;
  is_admin: boolean;
  seen_at: Date;
  roles: Record<string, Role[]> | null;
}

const PERSON = `a.id, a.name, a.is_admin,
  (select json_object_agg(g.event_id, g.roles) from (select event_id, json_agg(role) as roles from accounts.role_grant where account_id = a.id group by event_id) g) as roles`;
const USABLE = 'a.suspended_at is null and a.erased_at is null and a.confirmed_at is not null';

@Injectable()
export class CredentialsStore {
  /** Those of these sessions that hold. */
  peopleBySession(db: Db, hashes: Buffer[], madeAfter: Date, seenAfter: Date): Promise<KnownPerson[]> {
    return db.query(
      `select ${PERSON}, s.token_hash, s.seen_at from accounts.session s join accounts.account a on a.id = s.account_id
       where s.token_hash = any($1::bytea[]) and s.credential_version = a.credential_version and s.created_at > $2 and s.seen_at > $3 and ${USABLE}`,
      [hashes, madeAfter, seenAfter],
    );
  }

  /** Those of these tokens that hold. */
  peopleByToken(db: Db, hashes: Buffer[], now: Date): Promise<KnownPerson[]> {
    return db.query(
      `select ${PERSON}, t.token_hash, t.created_at as seen_at from accounts.access_token t join accounts.account a on a.id = t.account_id
       where t.token_hash = any($1::bytea[]) and t.credential_version = a.credential_version and t.revoked_at is null and t.expires_at > $2 and ${USABLE}`,
      [hashes, now],
    );
  }

  addSession(tx: Tx, session: { hash: Buffer; accountId: string; version: number; userAgent: string }): Promise<number> {
    return tx.run(
      'insert into accounts.session (token_hash, account_id, credential_version, created_at, seen_at, user_agent) values ($1, $2, $3, $4, $4, $5)',
      [session.hash, session.accountId, session.version, tx.now, session.userAgent.slice(0, 200)],
    );
  }

  /** Notes that a session is in use. A plain statement: losing it costs nothing. */
  touchSession(db: Db, hash: Buffer, now: Date): Promise<number> {
    return db.run('update accounts.session set seen_at = $2 where token_hash = $1', [hash, now]);
  }

  endSession(tx: Tx, hash: Buffer): Promise<number> {
    return tx.run('delete from accounts.session where token_hash = $1', [hash]);
  }

  sessionsOf(db: Db, accountId: string): Promise<{ created_at: Date; seen_at: Date; user_agent: string }[]> {
    return db.query(
      'select created_at, seen_at, user_agent from accounts.session where account_id = $1 order by created_at desc limit 100',
      [accountId],
    );
  }

  addToken(tx: Tx, token: { id: string; accountId: string; hash: Buffer; name: string; expiresAt: Date }): Promise<number> {
    return tx.run(
      `insert into accounts.access_token (id, account_id, token_hash, name, created_at, expires_at, credential_version)
       select $1, id, $3, $4, $5, $6, credential_version from accounts.account where id = $2`,
      [token.id, token.accountId, token.hash, token.name, tx.now, token.expiresAt],
    );
  }

  async endOfToken(db: Db, hash: Buffer): Promise<Date | undefined> {
    const token = await db.maybe<{ expires_at: Date }>('select expires_at from accounts.access_token where token_hash = $1', [hash]);
    return token?.expires_at;
  }

  /** Has a token hold on through a new version of its owner's credentials. */
  async keepToken(tx: Tx, hash: Buffer): Promise<void> {
    await tx.run(
      'update accounts.access_token t set credential_version = a.credential_version from accounts.account a where a.id = t.account_id and t.token_hash = $1',
      [hash],
    );
  }

  revokeToken(tx: Tx, accountId: string, id: string): Promise<number> {
    return tx.run('update accounts.access_token set revoked_at = $3 where account_id = $1 and id = $2 and revoked_at is null', [
      accountId,
      id,
      tx.now,
    ]);
  }

  tokensOf(db: Db, accountId: string): Promise<{ id: string; name: string; created_at: Date; expires_at: Date }[]> {
    return db.query(
      `select t.id, t.name, t.created_at, t.expires_at from accounts.access_token t join accounts.account a on a.id = t.account_id
       where t.account_id = $1 and t.credential_version = a.credential_version and t.revoked_at is null order by t.id desc limit 100`,
      [accountId],
    );
  }

  /** Makes those who try one address's password wait for each other. */
  async lockTries(tx: Tx, key: string): Promise<void> {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('sign-in:' || $1, 0))", [key]);
  }

  failuresSince(db: Db, key: string, since: Date): Promise<{ count: number; oldest: Date | null }> {
    return db.one('select count(*)::int as count, min(at) as oldest from accounts.failed_sign_in where email_key = $1 and at > $2', [
      key,
      since,
    ]);
  }

  async noteFailure(tx: Tx, key: string): Promise<void> {
    await tx.run('insert into accounts.failed_sign_in (email_key, at) values ($1, $2)', [key, tx.now]);
  }

  async forgetFailures(tx: Tx, key: string): Promise<void> {
    await tx.run('delete from accounts.failed_sign_in where email_key = $1', [key]);
  }
}
