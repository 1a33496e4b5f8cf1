import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { CONDITIONAL_PLEDGES, Ledger, refundAccepted } from '#ledger';
import type { Tx } from '#platform';
import type { CampaignRow } from '../store/campaigns.store.js';
import type { PledgeRow } from '../store/pledges.store.js';

/** What was transferred to a campaign that came to nothing is a debt, to be paid back through the bank (F14b). */
@Injectable()
export class ReturnTransfer {
  constructor(private readonly ledger: Ledger) {}

  /** Until the goal was met it has been a debt all along; a campaign that keeps what it raises gives its income up first. */
  async owed(tx: Tx, campaign: CampaignRow, pledge: PledgeRow, because: string): Promise<void> {
    const amount = money(pledge.received_minor, pledge.currency);
    const wasIncome = campaign.mode === 'keep';
    if (wasIncome)
      await this.ledger.post(
        tx,
        refundAccepted({ eventId: pledge.event_id, on: tx.now.toISOString().slice(0, 10), id: pledge.id, amount }),
      );
    await this.ledger.expect(tx, {
      eventId: pledge.event_id,
      kind: 'pledge_return',
      sourceId: pledge.id,
      direction: 'out',
      amount,
      reference: pledge.reference,
      counterAccount: wasIncome ? 'Liabilities:RefundsPending' : CONDITIONAL_PLEDGES,
      text: `Transferred pledge returned: ${because}`,
    });
  }
}
