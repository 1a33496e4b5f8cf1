import { Injectable } from '@nestjs/common';
import { type Fact, type WireMoney, fromWire } from '#kernel';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { Ledger } from '../ledger.js';

/** What proposals tell when a vote funded one. */
type ProposalFunded = Fact<'ProposalFunded', { proposalId: string; ballotId: string; title: string; cost: WireMoney }>;

/** A funded proposal becomes a need of the budget: from vote to line. */
@Injectable()
@ReactsTo('ProposalFunded')
export class WhenProposalFunded implements Reaction<ProposalFunded> {
  constructor(private readonly ledger: Ledger) {}

  async react(tx: Tx, { eventId, body: { proposalId, ballotId, title, cost } }: ProposalFunded): Promise<void> {
    if (eventId === null) return;
    await this.ledger.budgetLine(tx, {
      eventId,
      name: title.slice(0, 140),
      why: 'The vote funded this proposal.',
      planned: fromWire(cost),
      account: 'Expenses:Programme',
      source: { kind: 'proposal', id: proposalId },
      ballotId,
    });
  }
}
