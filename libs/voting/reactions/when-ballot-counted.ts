import { Injectable } from '@nestjs/common';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import type { BallotCounted } from '../rules/voting.facts.js';
import { CompareRules } from '../use-cases/compare-rules.js';

/** Once a result stands, the other rules are counted over the same ballots. */
@Injectable()
@ReactsTo('BallotCounted')
export class WhenBallotCounted implements Reaction<BallotCounted> {
  constructor(private readonly compare: CompareRules) {}

  async react(tx: Tx, { body }: BallotCounted): Promise<void> {
    await this.compare.later(tx, body.ballotId);
  }
}
