import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { CONDITIONAL_PLEDGES, Ledger } from '#ledger';
import type { Tx } from '#platform';
import { CampaignsStore } from '../store/campaigns.store.js';
import type { PledgeRow } from '../store/pledges.store.js';

export const TRANSFER = 'pledge_transfer';

/** Tells the books to expect a transfer, by the reference its backer was given (REF-CODE). */
@Injectable()
export class ExpectTransfer {
  constructor(
    private readonly campaigns: CampaignsStore,
    private readonly ledger: Ledger,
  ) {}

  /** Until an all-or-nothing campaign has succeeded what arrives is a debt (E13a). */
  async of(tx: Tx, pledge: PledgeRow): Promise<void> {
    const campaign = await this.campaigns.byId(tx, pledge.campaign_id);
    const conditional = campaign?.mode === 'all_or_nothing';
    await this.ledger.expect(tx, {
      eventId: pledge.event_id,
      kind: TRANSFER,
      sourceId: pledge.id,
      direction: 'in',
      amount: money(pledge.amount_minor, pledge.currency),
      reference: pledge.reference,
      counterAccount: conditional ? CONDITIONAL_PLEDGES : incomeOf(pledge),
      text: 'Pledge by bank transfer',
      inParts: true,
    });
  }

  async noMore(tx: Tx, pledge: PledgeRow): Promise<void> {
    await this.ledger.withdrawExpectation(tx, { eventId: pledge.event_id, kind: TRANSFER, sourceId: pledge.id });
  }
}

export const giverOf = (pledge: PledgeRow): 'individual' | 'organisation' => (pledge.organisation_name ? 'organisation' : 'individual');

const incomeOf = (pledge: PledgeRow): string => (pledge.organisation_name ? 'Income:Pledges:Organisations' : 'Income:Pledges:Individuals');
