import { Injectable } from '@nestjs/common';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import type { ProposalEdited } from '../domain/proposals.facts.js';
import { TellSupporters } from '../use-cases/tell-supporters.js';

/** Whoever supports a proposal hears once of each new version (PRP-3). */
@Injectable()
@ReactsTo('ProposalEdited')
export class WhenProposalEdited implements Reaction<ProposalEdited> {
  constructor(private readonly tell: TellSupporters) {}

  async react(tx: Tx, { eventId, body }: ProposalEdited): Promise<void> {
    await this.tell.ofVersion(tx, eventId!, body.proposalId, body.version);
  }
}
