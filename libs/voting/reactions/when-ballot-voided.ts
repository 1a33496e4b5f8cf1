import { Injectable } from '@nestjs/common';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import type { BallotVoided } from '../rules/voting.facts.js';
import { EndLinks } from '../use-cases/end-links.js';
import { TellVoters } from '../use-cases/tell-voters.js';

/** Whoever voted in a vote that is void is told so, and why (VOT-6); then nothing links them to their ballots any more (VOT-7). */
@Injectable()
@ReactsTo('BallotVoided')
export class WhenBallotVoided implements Reaction<BallotVoided> {
  constructor(
    private readonly tell: TellVoters,
    private readonly links: EndLinks,
  ) {}

  async react(tx: Tx, { eventId, body }: BallotVoided): Promise<void> {
    await this.tell.ofVoid(tx, eventId!, body.ballotId);
    await this.links.ofVoid(tx, eventId!, body.ballotId);
  }
}
