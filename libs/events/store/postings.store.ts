import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Tx } from '#platform';

/** Who posted when, for the limits. */
@Injectable()
export class PostingsStore {
  /** Lets one post of a person, and of a network, be weighed at a time, so that parallel ones cannot slip through together. */
  async oneAtATime(tx: Tx, authorId: string, network: Buffer): Promise<void> {
    const keys = [`person:${authorId}`, `network:${network.toString('hex')}`].sort();
    for (const key of keys) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [`events.posting:${key}`]);
  }

  /** Instants of a person's posts, newest first, not more than the largest limit needs. */
  async ofPerson(tx: Tx, authorId: string, since: Date): Promise<Date[]> {
    const rows = await tx.query<{ at: Date }>('select at from events.posting where author_id = $1 and at > $2 order by at desc limit 20', [
      authorId,
      since,
    ]);
    return rows.map((r) => r.at);
  }

  async ofNetwork(tx: Tx, network: Buffer, since: Date): Promise<Date[]> {
    const rows = await tx.query<{ at: Date }>(
      'select at from events.posting where network_hash = $1 and at > $2 order by at desc limit 30',
      [network, since],
    );
    return rows.map((r) => r.at);
  }

  async note(tx: Tx, authorId: string, network: Buffer): Promise<void> {
    await tx.run('insert into events.posting (id, author_id, network_hash, at) values ($1, $2, $3, $4)', [
      newId(),
      authorId,
      network,
      tx.now,
    ]);
  }

  forget(tx: Tx, before: Date, rows: number): Promise<number> {
    return tx.run('delete from events.posting where id in (select id from events.posting where at < $1 order by at limit $2)', [
      before,
      rows,
    ]);
  }
}
