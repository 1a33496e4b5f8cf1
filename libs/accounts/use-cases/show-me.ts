import { Injectable } from '@nestjs/common';
import { type Actor, Database, EventScopes, type Role } from '#platform';
import { type AccessTokensView, type MeView } from '../http/account.view.js';
import { AccountsStore } from '../store/accounts.store.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { RolesStore } from '../store/roles.store.js';

/** The caller's own page: who they are, where they hold which role, which tokens they have. */
@Injectable()
export class ShowMe {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly credentials: CredentialsStore,
    private readonly roles: RolesStore,
    private readonly scopes: EventScopes,
  ) {}

  async execute(actor: Actor): Promise<MeView> {
    const account = (await this.accounts.byId(this.database, actor.accountId))!;
    const held = await this.roles.heldBy(this.database, actor.accountId);
    const named = await this.scopes.namesOf([...new Set(held.map((h) => h.event_id))]);
    const events = [...named].map(([eventId, event]) => ({
      ...event,
      roles: held.filter((h) => h.event_id === eventId).map((h) => h.role as Role),
    }));
    return { accountId: account.id, name: account.name, email: account.email, locale: account.locale, isAdmin: account.is_admin, events };
  }

  async tokens(actor: Actor): Promise<AccessTokensView> {
    const rows = await this.credentials.tokensOf(this.database, actor.accountId);
    return {
      items: rows.map((t) => ({ id: t.id, name: t.name, createdAt: t.created_at.toISOString(), expiresAt: t.expires_at.toISOString() })),
    };
  }
}
