import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { EventScopes, HttpConfig, Mailer, type Tx } from '#platform';
import { editMail } from '../domain/edit-mail.js';
import { ProposalsStore } from '../store/proposals.store.js';
import { SupportsStore } from '../store/supports.store.js';

/** Mails the supporters of a proposal what has changed and how to keep or take back their support. */
@Injectable()
export class TellSupporters {
  constructor(
    private readonly proposals: ProposalsStore,
    private readonly supports: SupportsStore,
    private readonly accounts: Accounts,
    private readonly mailer: Mailer,
    private readonly scopes: EventScopes,
    private readonly http: HttpConfig,
  ) {}

  async ofVersion(tx: Tx, eventId: string, proposalId: string, version: number): Promise<void> {
    const versions = await this.proposals.versions(tx, eventId, proposalId);
    const [before, after] = [versions.find((v) => v.version === version - 1), versions.find((v) => v.version === version)];
    const slug = (await this.scopes.namesOf([eventId])).get(eventId)?.slug;
    if (!before || !after || !slug) return;
    const link = `${this.http.publicUrl}/events/${slug}/proposals/${proposalId}`;
    for (const { account_id } of await this.supports.supporters(tx, eventId, proposalId)) {
      const to = await this.accounts.mailOf(tx, account_id);
      if (to) await this.mailer.send(tx, { to: to.email, ...editMail(to.locale, before, after, link) });
    }
  }
}
