import { Injectable } from '@nestjs/common';
import { type Id, newSecret } from '#kernel';
import type { Db, Role, Tx } from '#platform';
import { openedWith, sealedWith, secretHash } from '../domain/secret.js';
import { emailKey } from '../domain/email.js';

export type LinkPurpose = 'confirm' | 'sign_in' | 'reset' | 'invitation' | 'erase';

export interface UsedLink {
  account_id: Id<'account'> | null;
  credential_version: number | null;
  email: string;
  event_id: Id<'event'> | null;
  role: Role | null;
}

/** How long each kind of link lives. */
const LIVES_MS: Readonly<Record<LinkPurpose, number>> = {
  confirm: 48 * 3_600_000,
  sign_in: 15 * 60_000,
  reset: 30 * 60_000,
  erase: 30 * 60_000,
  invitation: 14 * 86_400_000,
};

@Injectable()
export class LinksStore {
  /** Makes a link and answers its secret, which is stored nowhere. */
  async add(
    tx: Tx,
    link: { purpose: LinkPurpose; email: string; accountId?: string; version?: number; eventId?: string; role?: string; wayBack?: string },
  ): Promise<string> {
    const secret = newSecret();
    await tx.run(
      `insert into accounts.one_time_link (token_hash, purpose, account_id, credential_version, email, event_id, role, way_back_sealed, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        secretHash(secret),
        link.purpose,
        link.accountId ?? null,
        link.version ?? null,
        emailKey(link.email),
        link.eventId ?? null,
        link.role ?? null,
        link.wayBack ? sealedWith(secret, link.wayBack) : null,
        tx.now,
        new Date(tx.now.getTime() + LIVES_MS[link.purpose]),
      ],
    );
    return secret;
  }

  /** Uses a link up: undefined when it is unknown, used, too old or made for something else. Two at once: one gets it. */
  use(tx: Tx, secret: string, purpose: LinkPurpose): Promise<UsedLink | undefined> {
    return tx.maybe<UsedLink>(
      `update accounts.one_time_link set used_at = $3 where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
       returning account_id, credential_version, email, event_id, role`,
      [secretHash(secret), purpose, tx.now],
    );
  }

  /** Where a link leads on to, whether or not it still works. */
  async wayBack(db: Db, secret: string): Promise<string | null> {
    const row = await db.maybe<{ way_back_sealed: Buffer | null }>(
      'select way_back_sealed from accounts.one_time_link where token_hash = $1',
      [secretHash(secret)],
    );
    return row?.way_back_sealed ? openedWith(secret, row.way_back_sealed) : null;
  }

  /** Uses up every invitation of one mailbox to one role. */
  async closeInvitations(tx: Tx, email: string, eventId: string, role: Role): Promise<void> {
    await tx.run(
      "update accounts.one_time_link set used_at = $4 where purpose = 'invitation' and email = $1 and event_id = $2 and role = $3 and used_at is null",
      [emailKey(email), eventId, role, tx.now],
    );
  }

  /** Whether a link could be used; it is not. */
  async holds(db: Db, secret: string, purpose: LinkPurpose, now: Date): Promise<boolean> {
    const row = await db.maybe(
      'select from accounts.one_time_link where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3',
      [secretHash(secret), purpose, now],
    );
    return row !== undefined;
  }

  /** Makes those who want a link for one address wait for each other. */
  async lock(tx: Tx, email: string): Promise<void> {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('links:' || $1, 0))", [emailKey(email)]);
  }

  async countSince(db: Db, email: string, purposes: readonly LinkPurpose[], since: Date): Promise<number> {
    const { count } = await db.one<{ count: number }>(
      'select count(*)::int as count from accounts.one_time_link where email = $1 and purpose = any($2) and created_at > $3',
      [emailKey(email), purposes, since],
    );
    return count;
  }
}
