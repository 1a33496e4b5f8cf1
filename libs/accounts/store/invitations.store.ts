import { Injectable } from '@nestjs/common';
import type { Db, Role, Tx } from '#platform';
import { emailKey } from '../domain/email.js';
import { secretHash } from '../domain/secret.js';

export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  created_at: Date;
  expires_at: Date;
}

/**
 * By what an owner names an invitation: a UUID (version 8) made of the link's hash, which is made of its secret. Neither can be found from it,
 * and it opens nothing.
 */
const ID = "overlay(overlay(encode(substring(sha256(token_hash) from 1 for 16), 'hex') placing '8' from 13) placing '8' from 17)::uuid";
const OPEN = "purpose = 'invitation' and event_id = $1 and used_at is null and expires_at > $2";

/** Invitations to an event that nobody has used yet. Such links are few and short-lived: they are read without an index of their own. */
@Injectable()
export class InvitationsStore {
  /** The newest first; at most a thousand. */
  open(db: Db, eventId: string, now: Date): Promise<InvitationRow[]> {
    return db.query<InvitationRow>(
      `select ${ID} as id, email, role, created_at, expires_at from accounts.one_time_link where ${OPEN} order by created_at desc, 1 limit 1000`,
      [eventId, now],
    );
  }

  /** What a link offers to the mailbox that it was sent to, while it can be used. */
  offer(db: Db, secret: string, email: string, now: Date): Promise<{ event_id: string; role: Role; expires_at: Date } | undefined> {
    return db.maybe(
      `select event_id, role, expires_at from accounts.one_time_link
       where token_hash = $1 and purpose = 'invitation' and email = $2 and used_at is null and expires_at > $3`,
      [secretHash(secret), emailKey(email), now],
    );
  }

  /** Uses an open invitation up, and answers to whom and to what it was; undefined when this event has none of that id. */
  close(tx: Tx, eventId: string, id: string): Promise<{ email: string; role: Role } | undefined> {
    return tx.maybe(`update accounts.one_time_link set used_at = $2 where ${OPEN} and ${ID} = $3 returning email, role`, [
      eventId,
      tx.now,
      id,
    ]);
  }
}
