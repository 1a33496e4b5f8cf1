import { Injectable } from '@nestjs/common';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import type { ProposalWithdrawn } from '#proposals';
import { TakeOption } from '../use-cases/take-option.js';

/** A proposal that is taken back stands on no ballot any more; its supporters keep their other choices (PRP-4). */
@Injectable()
@ReactsTo('ProposalWithdrawn')
export class WhenProposalWithdrawn implements Reaction<ProposalWithdrawn> {
  constructor(private readonly take: TakeOption) {}

  async react(tx: Tx, { eventId, body }: ProposalWithdrawn): Promise<void> {
    await this.take.offEveryBallot(tx, eventId!, body.proposalId);
  }
}
