import { Injectable } from '@nestjs/common';
import type { Fact } from '#kernel';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { WithdrawBallots } from '../use-cases/withdraw-ballots.js';

/** Whoever has their account erased votes no more where a vote is open; what is closed stays as it was counted (VOT-10). */
@Injectable()
@ReactsTo('AccountErased')
export class WhenAccountErased implements Reaction<Fact<'AccountErased', { accountId: string }>> {
  constructor(private readonly withdraw: WithdrawBallots) {}

  react(tx: Tx, { body }: Fact<'AccountErased', { accountId: string }>): Promise<void> {
    return this.withdraw.ofErased(tx, body.accountId);
  }
}
