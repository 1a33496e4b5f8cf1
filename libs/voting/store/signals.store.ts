import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import { DISPOSABLE_DOMAINS, type Signal, THRESHOLDS, TRACES_KEPT_DAYS } from '../rules/signals.js';

/** Each ballot of vote $1 with each sign it carries. $2 disposable domains, $3 … $7 the thresholds. Reads the domains of accounts, which no door tells in sets. */
const SIGNS = `
  with traced as (
    select t.vote_id, t.device, cardinality(v.choices) as choices,
      count(*) over (partition by t.network, t.device) as by_device, count(*) over (partition by t.network) as by_network,
      count(*) over (partition by t.network, t.slot) as by_burst, count(*) over (partition by t.slot, v.choices, v.points) as alike
    from voting.trace t join voting.vote v on v.id = t.vote_id where t.ballot_id = $1 and v.set_aside is null),
  signs as (
    select vote_id, 'device' as sign from traced where device is not null and by_device >= $3
    union all select vote_id, 'network' from traced where by_network >= $4
    union all select vote_id, 'burst' from traced where by_burst >= $5
    union all select vote_id, 'identical' from traced where alike >= $6 and choices >= $7
    union all select v.id, 'disposable' from voting.vote v join accounts.account a on a.id = v.account_id
      where v.ballot_id = $1 and v.set_aside is null and split_part(a.email_key, '@', 2) = any($2::text[]))`;

const signsOf = (ballotId: string): unknown[] => [
  ballotId,
  DISPOSABLE_DOMAINS,
  ...[THRESHOLDS.device, THRESHOLDS.network, THRESHOLDS.burst, THRESHOLDS.identical, THRESHOLDS.identicalChoices],
];

/** Signs of fraud, and where casts came from. */
@Injectable()
export class SignalsStore {
  /** How many ballots carry each sign now, and how many carry any. */
  async counts(db: Db, ballotId: string): Promise<{ signs: { sign: Signal; ballots: number }[]; flagged: number }> {
    const signs = await db.query<{ sign: Signal; ballots: number }>(
      `${SIGNS} select sign, count(*)::int as ballots from signs group by sign order by sign`,
      signsOf(ballotId),
    );
    const { flagged } = await db.one<{ flagged: number }>(
      `${SIGNS} select count(distinct vote_id)::int as flagged from signs`,
      signsOf(ballotId),
    );
    return { signs, flagged };
  }

  /** Ballots that carry a sign now. */
  async carrying(db: Db, ballotId: string, sign: Signal): Promise<string[]> {
    const rows = await db.query<{ vote_id: string }>(`${SIGNS} select vote_id from signs where sign = $8 order by vote_id`, [
      ...signsOf(ballotId),
      sign,
    ]);
    return rows.map((r) => r.vote_id);
  }

  /** Notes the signs on the ballots themselves, at the close, while it is still known whose they are. */
  async flag(tx: Tx, ballotId: string): Promise<void> {
    await tx.run(
      `${SIGNS} update voting.vote v set flags = s.flags from (select vote_id, array_agg(sign order by sign) as flags from signs group by vote_id) s where v.id = s.vote_id`,
      signsOf(ballotId),
    );
  }

  /** How many ballots that count carry a sign. */
  async flagged(db: Db, ballotId: string): Promise<number> {
    const row = await db.one<{ n: number }>(
      `select count(*)::int as n from voting.vote where ballot_id = $1 and set_aside is null and flags <> '{}'`,
      [ballotId],
    );
    return row.n;
  }

  /** Once the count is made with and without them: a rare sign would name its voter. */
  async forgetFlags(tx: Tx, ballotId: string): Promise<void> {
    await tx.query('select voting.forget_flags($1)', [ballotId]);
  }

  /** Drops what is known of where the casts of long closed and of void votes came from (VOT-11). Answers how many. */
  forgetTraces(tx: Tx, now: Date): Promise<number> {
    return tx.run(
      `delete from voting.trace t using voting.ballot b where b.id = t.ballot_id and (b.state = 'void' or b.closed_at <= $1::timestamptz - make_interval(days => $2))`,
      [now, TRACES_KEPT_DAYS],
    );
  }
}
