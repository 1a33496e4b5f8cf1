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

  /** Notes that nothing personal may be left of a person at Stripe; answers whose customer that is, if there is one. */
  toForget(tx: Tx, personId: string): Promise<{ id: string }[]> {
    return tx.query('update payments.stripe_customer set forget_from = $2 where person_id = $1 and forget_from is null returning id', [
      personId,
      tx.now,
    ]);
  }

  /** Those that are still to be forgotten since before an instant. */
  leftToForget(db: Db, before: Date, limit: number): Promise<{ id: string }[]> {
    return db.query(
      'select id from payments.stripe_customer where forget_from < $1 and forgotten_at is null order by forget_from limit $2',
      [before, limit],
    );
  }

  /** What to forget at Stripe; undefined once it is done, or where Stripe was never told of the person. */
  async stripeIdToForget(db: Db, id: string): Promise<string | undefined> {
    const row = await db.maybe<{ stripe_id: string | null }>(
      'select stripe_id from payments.stripe_customer where id = $1 and forget_from is not null and forgotten_at is null',
      [id],
    );
    return row?.stripe_id ?? undefined;
  }

  async forgotten(tx: Tx, id: string): Promise<void> {
    await tx.run('update payments.stripe_customer set forgotten_at = $2 where id = $1 and forgotten_at is null', [id, tx.now]);
  }

  async made(tx: Tx, id: string, stripeId: string): Promise<void> {
    await tx.run('update payments.stripe_customer set stripe_id = $2 where id = $1 and stripe_id is null', [id, stripeId]);
  }
}
