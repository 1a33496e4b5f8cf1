import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Db, Tx } from '#platform';

interface CustomerRow {
  id: string;
  stripe_id: string | null;
}

@Injectable()
export class CustomersStore {
  /** The person's row, made when missing: its id is the key under which Stripe makes the customer. */
  async ensure(tx: Tx, personId: string): Promise<CustomerRow> {
    await tx.run(
      'insert into payments.stripe_customer (id, person_id, created_at) values ($1, $2, $3) on conflict on constraint stripe_customer_per_person do nothing',
      [newId(), personId, tx.now],
    );
    return tx.one<CustomerRow>('select id, stripe_id from payments.stripe_customer where person_id = $1 and stripe_account_id is null', [
      personId,
    ]);
  }

  of(db: Db, personId: string): Promise<CustomerRow | undefined> {
    return db.maybe<CustomerRow>('select id, stripe_id from payments.stripe_customer where person_id = $1 and stripe_account_id is null', [
      personId,
    ]);
  }

  async made(tx: Tx, id: string, stripeId: string): Promise<void> {
    await tx.run('update payments.stripe_customer set stripe_id = $2 where id = $1 and stripe_id is null', [id, stripeId]);
  }
}
