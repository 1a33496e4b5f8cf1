import { Injectable } from '@nestjs/common';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import type { BallotVoided } from '../rules/voting.facts.js';
import { TellVoters } from '../use-cases/tell-voters.js';

/** Whoever voted in a vote that is void is told so, and why (VOT-6). */
@Injectable()
@ReactsTo('BallotVoided')
export class WhenBallotVoided implements Reaction<BallotVoided> {
  constructor(private readonly tell: TellVoters) {}

  async react(tx: Tx, { eventId, body }: BallotVoided): Promise<void> {
    await this.tell.ofVoid(tx, eventId!, body.ballotId);
  }
}
