import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, Tx } from '#platform';
import type { BallotState } from '../rules/ballot.js';
import type { CountedRule, TieRule } from '../rules/frozen-rules.js';

export interface BallotRow {
  id: string;
  event_id: Id<'event'>;
  title: string;
  question: string;
  state: BallotState;
  method: 'approval' | 'choose-1' | 'cumulative' | 'scoring' | 'ordinal';
  min_choices: number;
  max_choices: number;
  pot_minor: bigint;
  currency: string;
  rule: CountedRule;
  increment_minor: bigint | null;
  tie_rule: TieRule;
  late_joiners: 'admitted' | 'refused';
  anonymous: boolean;
  quorum: number;
  notice_hours: number;
  closes_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  voided_because: string | null;
  lot_seed: string | null;
  rules_text: string | null;
  rules_hash: Buffer | null;
  electorate_size: number | null;
}

/** What an organiser declares; `increment` null: settled at opening. */
export interface Declaration {
  title: string;
  question: string;
  method: BallotRow['method'];
  minChoices: number;
  maxChoices: number;
  potMinor: bigint;
  currency: string;
  rule: CountedRule;
  incrementMinor: bigint | null;
  tieRule: TieRule;
  lateJoiners: 'admitted' | 'refused';
  anonymous: boolean;
  quorum: number;
  noticeHours: number;
  closesAt: Date;
}

export interface Opening {
  lotSeed: string;
  incrementMinor: bigint;
  electorate: number;
  rulesText: string;
  rulesHash: string;
}

const COLUMNS = `id, event_id, title, question, state, method, min_choices, max_choices, pot_minor, currency, rule, increment_minor, tie_rule, late_joiners, anonymous,
  quorum, notice_hours, closes_at, opened_at, closed_at, voided_because, lot_seed, rules_text, rules_hash, electorate_size`;

@Injectable()
export class BallotsStore {
  byId(db: Db, eventId: string, id: string): Promise<BallotRow | undefined> {
    return db.maybe<BallotRow>(`select ${COLUMNS} from voting.ballot where event_id = $1 and id = $2`, [eventId, id]);
  }

  /** For the count, which knows a vote by its id alone. */
  anywhere(db: Db, id: string): Promise<BallotRow | undefined> {
    return db.maybe<BallotRow>(`select ${COLUMNS} from voting.ballot where id = $1`, [id]);
  }

  lock(tx: Tx, eventId: string, id: string): Promise<BallotRow | undefined> {
    return tx.maybe<BallotRow>(`select ${COLUMNS} from voting.ballot where event_id = $1 and id = $2 for no key update`, [eventId, id]);
  }

  /** Keeps casts away until the transaction ends; waits for those under way. Casts hold the same number's shared lock. */
  async holdCasts(tx: Tx, id: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('voting.ballot:' || $1::text, 0))`, [id]);
  }

  list(db: Db, eventId: string, before: string | null, limit: number): Promise<BallotRow[]> {
    return db.query<BallotRow>(
      `select ${COLUMNS} from voting.ballot where event_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [eventId, before, limit],
    );
  }

  /** Open votes whose last instant has passed. */
  due(db: Db, now: Date): Promise<{ id: string; event_id: Id<'event'> }[]> {
    return db.query(`select id, event_id from voting.ballot where state = 'open' and closes_at <= $1 order by closes_at, id limit 100`, [
      now,
    ]);
  }

  /** Votes that wait for their count, in case its job was lost. */
  uncounted(db: Db): Promise<{ id: string }[]> {
    return db.query(`select id from voting.ballot where state = 'closing' order by id limit 100`);
  }

  async add(tx: Tx, id: string, eventId: string, d: Declaration, createdBy: string): Promise<void> {
    await tx.run(
      `insert into voting.ballot (id, event_id, state, created_at, created_by, title, question, method, min_choices, max_choices, pot_minor, currency, rule, increment_minor,
         tie_rule, late_joiners, anonymous, quorum, notice_hours, closes_at)
       values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [id, eventId, tx.now, createdBy, ...declared(d)],
    );
  }

  /** Declares a draft anew. */
  async redeclare(tx: Tx, b: BallotRow, d: Declaration): Promise<void> {
    await tx.run(
      `update voting.ballot set title = $3, question = $4, method = $5, min_choices = $6, max_choices = $7, pot_minor = $8, currency = $9, rule = $10, increment_minor = $11,
         tie_rule = $12, late_joiners = $13, anonymous = $14, quorum = $15, notice_hours = $16, closes_at = $17 where event_id = $1 and id = $2 and state = 'draft'`,
      [b.event_id, b.id, ...declared(d)],
    );
  }

  async open(tx: Tx, b: BallotRow, o: Opening): Promise<void> {
    await tx.run(
      `update voting.ballot set state = 'open', opened_at = $3, lot_seed = $4, increment_minor = $5, electorate_size = $6, rules_text = $7, rules_hash = decode($8, 'hex')
       where event_id = $1 and id = $2 and state = 'draft'`,
      [b.event_id, b.id, tx.now, o.lotSeed, o.incrementMinor, o.electorate, o.rulesText, o.rulesHash],
    );
    await tx.run('insert into voting.turnout_tally (ballot_id) values ($1)', [b.id]);
  }

  /** Open to closing: true for the one who does it. */
  async beginClosing(tx: Tx, b: Pick<BallotRow, 'id' | 'event_id'>): Promise<boolean> {
    return (
      (await tx.run(`update voting.ballot set state = 'closing', closed_at = $3 where event_id = $1 and id = $2 and state = 'open'`, [
        b.event_id,
        b.id,
        tx.now,
      ])) === 1
    );
  }

  /** Closing to closed: true for the one who does it. */
  async finishClosing(tx: Tx, b: BallotRow): Promise<boolean> {
    return (
      (await tx.run(`update voting.ballot set state = 'closed' where event_id = $1 and id = $2 and state = 'closing'`, [
        b.event_id,
        b.id,
      ])) === 1
    );
  }

  async makeVoid(tx: Tx, b: BallotRow, because: string): Promise<boolean> {
    return (
      (await tx.run(
        `update voting.ballot set state = 'void', voided_because = $3 where event_id = $1 and id = $2 and state in ('draft', 'open')`,
        [b.event_id, b.id, because],
      )) === 1
    );
  }
}

const declared = (d: Declaration): unknown[] => [
  d.title,
  d.question,
  d.method,
  d.minChoices,
  d.maxChoices,
  d.potMinor,
  d.currency,
  d.rule,
  d.incrementMinor,
  d.tieRule,
  d.lateJoiners,
  d.anonymous,
  d.quorum,
  d.noticeHours,
  d.closesAt,
];
