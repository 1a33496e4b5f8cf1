import { Injectable } from '@nestjs/common';
import type { AccountErased } from '#accounts';
import type { Fact } from '#kernel';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { GiveBack } from '../use-cases/give-back.js';

/** A volunteer has left for good: their open tasks and coming shifts go to others. */
@Injectable()
@ReactsTo('AccountErased')
export class WhenVolunteerErased implements Reaction<Fact<'AccountErased', AccountErased>> {
  constructor(private readonly giveBack: GiveBack) {}

  react(tx: Tx, { body }: Fact<'AccountErased', AccountErased>): Promise<void> {
    return this.giveBack.execute(tx, body.accountId);
  }
}
