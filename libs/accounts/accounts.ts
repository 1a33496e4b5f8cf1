import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import type { Db, Role, Tx } from '#platform';
import { refuse } from './domain/accounts.refusals.js';
import { AccountsStore } from './store/accounts.store.js';
import { RolesStore } from './store/roles.store.js';

/** What other modules may ask about people. Personal data stays here; they keep ids. */
@Injectable()
export class Accounts {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly roles: RolesStore,
  ) {}

  /** Names to show, by account id; erased people have none. */
  async namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.accounts.named(db, [...new Set(ids)]);
    return new Map(rows.map((r) => [r.id, r.name]));
  }

  /** Where and in which language to write to a person. */
  async mailOf(db: Db, id: string): Promise<{ email: string; name: string; locale: 'en' | 'fr' } | undefined> {
    return this.accounts.byId(db, id);
  }

  async byEmail(db: Db, email: string): Promise<{ id: Id<'account'>; confirmed: boolean } | undefined> {
    const row = await this.accounts.byEmail(db, email);
    return row && { id: row.id, confirmed: row.confirmed_at !== null };
  }

  /** The account of a mailbox, made unconfirmed and without a password when there is none (light entry, SPK-4). */
  async ensureByEmail(tx: Tx, person: { email: string; name: string; locale: 'en' | 'fr' }): Promise<Id<'account'>> {
    await this.accounts.add(tx, { id: newId(), ...person, passwordHash: null });
    return (await this.accounts.byEmail(tx, person.email))!.id;
  }

  /** A confirmed account with a password, for the command line and the demo; an existing mailbox keeps its account. */
  async open(tx: Tx, person: { email: string; name: string; locale: 'en' | 'fr'; passwordHash: string }): Promise<Id<'account'>> {
    await this.accounts.add(tx, { id: newId(), ...person });
    const id = (await this.accounts.byEmail(tx, person.email))!.id;
    await this.noteConfirmed(tx, id, true);
    return id;
  }

  /**
   * Notes that the mailbox's owner has answered a mail of ours. A password that somebody chose for the mailbox before that is not theirs.
   * Refuses SUSPENDED.
   */
  async confirm(tx: Tx, id: string): Promise<void> {
    if ((await this.accounts.byId(tx, id))?.suspended_at) throw refuse.SUSPENDED();
    await this.noteConfirmed(tx, id, false);
  }

  private async noteConfirmed(tx: Tx, id: string, keepsPassword: boolean): Promise<void> {
    const first = await this.accounts.confirm(tx, id, keepsPassword);
    if (first === 1) await tx.fact({ type: 'AccountConfirmed', eventId: null, body: { accountId: id } });
  }

  /** Makes a person an administrator of the installation. Only the command line and the demo do this. */
  async makeAdmin(tx: Tx, id: string): Promise<void> {
    await this.accounts.makeAdmin(tx, id);
    await tx.audit({ action: 'made administrator', subjectKind: 'account', subjectId: id });
  }

  async grant(tx: Tx, eventId: string, accountId: string, role: Role): Promise<void> {
    if (!(await this.roles.grant(tx, eventId, accountId, role))) return;
    await tx.audit({ action: 'role granted', eventId, subjectKind: 'account', subjectId: accountId, to: role });
    await tx.fact({ type: 'RoleGranted', eventId: eventId as Id<'event'>, body: { accountId, role } });
  }

  holders(db: Db, eventId: string, role: Role): Promise<string[]> {
    return this.roles.holders(db, eventId, role);
  }
}
