import { Injectable } from '@nestjs/common';
import { type Db, type Tx, refusingOn } from '#platform';
import { BACKING } from '../domain/backing.js';
import { COUNTING } from '../domain/pledge.js';
import { refuse } from '../domain/pledge.refusals.js';

/** What backers say matters to them, and who backs an event at all. */
@Injectable()
export class WishesStore {
  /** Notes the proposals of the same event that matter to a backer, in one statement. Refuses PLEDGE_WISH_UNKNOWN. */
  async note(tx: Tx, pledgeId: string, proposals: readonly string[]): Promise<void> {
    await refusingOn({ pledge_wish_proposal: () => refuse.PLEDGE_WISH_UNKNOWN() }, () =>
      tx.run(
        `insert into pledges.pledge_wish (pledge_id, position, event_id, proposal_id)
         select p.id, w.position, p.event_id, w.proposal_id from pledges.pledge p, unnest($2::uuid[]) with ordinality as w (proposal_id, position) where p.id = $1`,
        [pledgeId, proposals],
      ),
    );
  }

  /** Lets these be what matters to a backer now, in place of what was noted before. Refuses PLEDGE_WISH_UNKNOWN. */
  async replace(tx: Tx, pledgeId: string, proposals: readonly string[]): Promise<void> {
    await tx.run('delete from pledges.pledge_wish where pledge_id = $1', [pledgeId]);
    if (proposals.length) await this.note(tx, pledgeId, proposals);
  }

  /** The proposals a pledge names, in the order in which its backer named them. */
  async of(db: Db, pledgeId: string): Promise<string[]> {
    const rows = await db.query<{ proposal_id: string }>(
      'select proposal_id from pledges.pledge_wish where pledge_id = $1 order by position',
      [pledgeId],
    );
    return rows.map((r) => r.proposal_id);
  }

  /**
   * What was pledged by people to whom a proposal matters: a pledge that names several is split evenly, the odd pence to those named first,
   * so that nothing is told twice. Only what counts toward a goal, in one currency.
   */
  sums(db: Db, eventId: string, currency: string): Promise<{ proposal_id: string; pledged_minor: bigint; backers: number }[]> {
    return db.query(
      `select w.proposal_id, sum(p.amount_minor / n.wishes + case when w.position <= p.amount_minor % n.wishes then 1 else 0 end)::bigint as pledged_minor,
         count(distinct p.backer_id)::int as backers
       from pledges.pledge_wish w join pledges.pledge p on p.id = w.pledge_id
         cross join lateral (select count(*)::int as wishes from pledges.pledge_wish o where o.pledge_id = w.pledge_id) n
       where w.event_id = $1 and p.currency = $2 and p.state = any($3) group by w.proposal_id order by w.proposal_id`,
      [eventId, currency, COUNTING],
    );
  }

  async backers(db: Db, eventId: string): Promise<string[]> {
    const rows = await db.query<{ backer_id: string }>(
      'select distinct backer_id from pledges.pledge where event_id = $1 and state = any($2) order by backer_id',
      [eventId, BACKING],
    );
    return rows.map((r) => r.backer_id);
  }

  async backs(db: Db, eventId: string, accountId: string): Promise<boolean> {
    const row = await db.maybe('select 1 from pledges.pledge where backer_id = $2 and event_id = $1 and state = any($3) limit 1', [
      eventId,
      accountId,
      BACKING,
    ]);
    return row !== undefined;
  }

  async backedBy(db: Db, accountId: string): Promise<string[]> {
    const rows = await db.query<{ event_id: string }>(
      'select distinct event_id from pledges.pledge where backer_id = $1 and state = any($2) order by event_id',
      [accountId, BACKING],
    );
    return rows.map((r) => r.event_id);
  }
}
