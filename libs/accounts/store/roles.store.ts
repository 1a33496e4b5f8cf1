import { Injectable } from '@nestjs/common';
import type { Db, Role, Tx } from '#platform';

export interface TeamRow {
  account_id: string;
  name: string;
  email: string;
  role: Role;
  granted_at: Date;
}

@Injectable()
export class RolesStore {
  /** Answers false when the person holds the role already. */
  async grant(tx: Tx, eventId: string, accountId: string, role: Role): Promise<boolean> {
    const added = await tx.run(
      'insert into accounts.role_grant (event_id, account_id, role, granted_at, granted_by) values ($1, $2, $3, $4, $5) on conflict on constraint role_once do nothing',
      [eventId, accountId, role, tx.now, tx.context.actorId],
    );
    return added === 1;
  }

  revoke(tx: Tx, eventId: string, accountId: string, role: Role): Promise<number> {
    return tx.run('delete from accounts.role_grant where event_id = $1 and account_id = $2 and role = $3', [eventId, accountId, role]);
  }

  /** Makes changes of one event's roles wait for each other, so that the last two owners cannot both leave. */
  async lock(tx: Tx, eventId: string): Promise<void> {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('roles:' || $1, 0))", [eventId]);
  }

  /** Events in which this person is the only owner who can act, of those they own. */
  async solelyOwnedBy(db: Db, accountId: string): Promise<string[]> {
    const rows = await db.query<{ event_id: string }>(
      `select g.event_id from accounts.role_grant g where g.account_id = $1 and g.role = 'owner' and not exists (
         select from accounts.role_grant o join accounts.account a on a.id = o.account_id
         where o.event_id = g.event_id and o.role = 'owner' and o.account_id <> $1 and a.suspended_at is null) order by g.event_id`,
      [accountId],
    );
    return rows.map((r) => r.event_id);
  }

  async holders(db: Db, eventId: string, role: Role): Promise<string[]> {
    const rows = await db.query<{ account_id: string }>(
      'select account_id from accounts.role_grant where event_id = $1 and role = $2 order by granted_at',
      [eventId, role],
    );
    return rows.map((r) => r.account_id);
  }

  heldBy(db: Db, accountId: string): Promise<{ event_id: string; role: Role }[]> {
    return db.query('select event_id, role from accounts.role_grant where account_id = $1 order by event_id, role', [accountId]);
  }

  team(db: Db, eventId: string): Promise<TeamRow[]> {
    return db.query<TeamRow>(
      `select g.account_id, a.name, a.email, g.role, g.granted_at from accounts.role_grant g join accounts.account a on a.id = g.account_id
       where g.event_id = $1 order by a.name, g.role limit 1000`,
      [eventId],
    );
  }
}
