import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';

export type SupportOutcome = 'supported' | 'already' | 'closed' | 'absent';

/** Who supports which proposal, and which version of it. The row is the truth; the tally is what lists are sorted by. */
@Injectable()
export class SupportsStore {
  /** One statement, so that it is its own transaction. */
  async give(db: Db, eventId: string, proposalId: string, accountId: string, now: Date): Promise<SupportOutcome> {
    const { outcome } = await db.one<{ outcome: SupportOutcome }>('select proposals.give_support($1, $2, $3, $4) as outcome', [
      eventId,
      proposalId,
      accountId,
      now,
    ]);
    return outcome;
  }

  takeBack(db: Db, eventId: string, proposalId: string, accountId: string): Promise<number> {
    return db.run('delete from proposals.support where event_id = $1 and proposal_id = $2 and account_id = $3', [
      eventId,
      proposalId,
      accountId,
    ]);
  }

  /** The kept tally with what is still to be folded into it, and the version that a person supports. */
  async exact(
    db: Db,
    eventId: string,
    proposalId: string,
    accountId: string | null,
  ): Promise<{ supports: number; comments: number; version: number | null }> {
    return db.one(
      `select (t.supports + coalesce(sum(d.supports), 0))::int as supports, (t.comments + coalesce(sum(d.comments), 0))::int as comments,
         (select version from proposals.support s where s.proposal_id = $2 and s.account_id = $3) as version
       from proposals.tally t left join proposals.tally_delta d on d.proposal_id = t.proposal_id where t.event_id = $1 and t.proposal_id = $2 group by t.proposal_id`,
      [eventId, proposalId, accountId],
    );
  }

  supporters(db: Db, eventId: string, proposalId: string): Promise<{ account_id: string }[]> {
    return db.query('select account_id from proposals.support where event_id = $1 and proposal_id = $2 order by account_id', [
      eventId,
      proposalId,
    ]);
  }

  /** People who support the same ones among these, counted together. */
  groups(db: Db, eventId: string, ids: readonly string[]): Promise<{ proposalIds: string[]; people: number }[]> {
    return db.query(
      `select liked as "proposalIds", count(*)::int as people from
         (select array_agg(proposal_id order by proposal_id) as liked from proposals.support where event_id = $1 and proposal_id = any($2::uuid[]) group by account_id) as persons
       group by liked order by cardinality(liked), liked`,
      [eventId, ids],
    );
  }

  async noteComment(tx: Tx, proposalId: string): Promise<void> {
    await tx.run('insert into proposals.tally_delta (proposal_id, comments) values ($1, 1)', [proposalId]);
  }

  async fold(db: Db): Promise<void> {
    await db.run('select proposals.fold_tallies()');
  }
}
