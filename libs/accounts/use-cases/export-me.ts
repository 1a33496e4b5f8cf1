import { Injectable } from '@nestjs/common';
import { type Actor, accessRefusals, Database, EventScopes } from '#platform';
import type { ExportView } from '../http/leaving.view.js';
import { PersonalParts } from '../personal-parts.js';
import { AccountsStore } from '../store/accounts.store.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { RolesStore } from '../store/roles.store.js';

/** A person takes away what is kept of them (EXP-5): accounts' own part, and that of each module that keeps more than their words. */
@Injectable()
export class ExportMe {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly credentials: CredentialsStore,
    private readonly roles: RolesStore,
    private readonly scopes: EventScopes,
    private readonly parts: PersonalParts,
  ) {}

  async execute({ accountId }: Actor): Promise<ExportView> {
    const account = await this.accounts.byId(this.database, accountId);
    if (!account) throw accessRefusals.SIGN_IN_NEEDED();
    const held = await this.roles.heldBy(this.database, accountId);
    const events = await this.scopes.namesOf([...new Set(held.map((h) => h.event_id))]);
    const sessions = await this.credentials.sessionsOf(this.database, accountId);
    const tokens = await this.credentials.tokensOf(this.database, accountId);
    return {
      account: {
        accountId: account.id,
        name: account.name,
        email: account.email,
        locale: account.locale,
        hasPassword: account.password_hash !== null,
        confirmedAt: account.confirmed_at?.toISOString() ?? null,
      },
      roles: held.map(({ event_id, role }) => ({ event: events.get(event_id)?.name ?? event_id, role })),
      sessions: sessions.map((s) => ({ madeAt: s.created_at.toISOString(), seenAt: s.seen_at.toISOString(), device: s.user_agent })),
      tokens: tokens.map((t) => ({ name: t.name, madeAt: t.created_at.toISOString(), expiresAt: t.expires_at.toISOString() })),
      parts: await this.parts.takeaway(this.database, accountId),
    };
  }
}
