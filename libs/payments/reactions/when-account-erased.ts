import { Injectable } from '@nestjs/common';
import type { Fact } from '#kernel';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { CustomersStore } from '../store/customers.store.js';

type AccountErased = Fact<'AccountErased', { accountId: string }>;

/** A payer has left for good: Stripe is told to forget who they were. */
@Injectable()
@ReactsTo('AccountErased')
export class WhenPayerErased implements Reaction<AccountErased> {
  constructor(private readonly customers: CustomersStore) {}

  async react(tx: Tx, { body }: AccountErased): Promise<void> {
    for (const { id } of await this.customers.toForget(tx, body.accountId)) await tx.enqueue('forget-customer', { customer: id });
  }
}
