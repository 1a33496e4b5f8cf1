import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { money } from '#kernel';
import { Mailer, type Tx } from '#platform';
import { CampaignsStore } from '../store/campaigns.store.js';
import type { PledgeRow } from '../store/pledges.store.js';
import { PledgeLinks } from '../use-cases/pledge-links.js';
import { type MailKind, textOf } from './texts.js';
import { instantIn, moneyIn } from './words.js';

/** Writes to backers, in the transaction that gives the reason for it. People whose account is gone get nothing. */
@Injectable()
export class PledgeMails {
  constructor(
    private readonly accounts: Accounts,
    private readonly campaigns: CampaignsStore,
    private readonly mailer: Mailer,
    private readonly links: PledgeLinks,
  ) {}

  committed = (tx: Tx, pledge: PledgeRow): Promise<void> => this.send(tx, pledge, 'committed');
  awaited = (tx: Tx, pledge: PledgeRow): Promise<void> => this.send(tx, pledge, 'awaited');
  receipt = (tx: Tx, pledge: PledgeRow): Promise<void> =>
    this.send(tx, pledge, 'receipt', { minor: pledge.amount_minor + pledge.fee_cover_minor });
  lapsed = (tx: Tx, pledge: PledgeRow): Promise<void> => this.send(tx, pledge, 'lapsed');
  released = (tx: Tx, pledge: PledgeRow): Promise<void> => this.send(tx, pledge, 'released');
  returned = (tx: Tx, pledge: PledgeRow): Promise<void> => this.send(tx, pledge, 'returned', { minor: pledge.received_minor });
  calledOff = (tx: Tx, pledge: PledgeRow): Promise<void> => this.send(tx, pledge, 'calledOff');
  calledOffPaid = (tx: Tx, pledge: PledgeRow, minor: bigint): Promise<void> => this.send(tx, pledge, 'calledOffPaid', { minor });
  tooLate = (tx: Tx, pledge: PledgeRow): Promise<void> => this.send(tx, pledge, 'tooLate');
  withdrawn = (tx: Tx, pledge: PledgeRow): Promise<void> => this.send(tx, pledge, 'withdrawn');
  refunded = (tx: Tx, pledge: PledgeRow, minor: bigint): Promise<void> => this.send(tx, pledge, 'refunded', { minor });
  goalLowered = (tx: Tx, pledge: PledgeRow, by: bigint): Promise<void> => this.send(tx, pledge, 'goalLowered', { minor: by });
  needsAction = (tx: Tx, pledge: PledgeRow, kind: 'retrying' | 'needs_authentication' | 'needs_new_method', until: Date): Promise<void> =>
    this.send(tx, pledge, kind, { minor: pledge.amount_minor + pledge.fee_cover_minor, until });

  private async send(tx: Tx, pledge: PledgeRow, kind: MailKind, more: { minor?: bigint; until?: Date } = {}): Promise<void> {
    const person = await this.accounts.mailOf(tx, pledge.backer_id);
    const campaign = await this.campaigns.byId(tx, pledge.campaign_id);
    if (!person?.email || !campaign) return;
    const values = {
      name: person.name,
      title: campaign.title,
      amount: moneyIn(person.locale, money(more.minor ?? pledge.amount_minor, pledge.currency)),
      link: this.links.pageFor(pledge),
      until: instantIn(person.locale, more.until ?? campaign.deadline_at, campaign.time_zone),
      reference: pledge.reference,
    };
    await this.mailer.send(tx, { to: person.email, ...textOf(person.locale, kind, values) });
  }
}
