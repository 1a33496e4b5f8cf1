import { Injectable } from '@nestjs/common';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import type { BallotCounted } from '../rules/voting.facts.js';
import { CompareRules } from '../use-cases/compare-rules.js';
import { PublishHeads } from '../use-cases/publish-heads.js';

/** Once a result stands, the last head of its chain is published, and the other rules are counted over the same ballots. */
@Injectable()
@ReactsTo('BallotCounted')
export class WhenBallotCounted implements Reaction<BallotCounted> {
  constructor(
    private readonly compare: CompareRules,
    private readonly heads: PublishHeads,
  ) {}

  async react(tx: Tx, { body }: BallotCounted): Promise<void> {
    await this.heads.atClose(tx);
    await this.compare.later(tx, body.ballotId);
  }
}
