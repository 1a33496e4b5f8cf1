import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, Tx } from '#platform';
import type { BallotState } from '../rules/ballot.js';
import type { Admission } from '../rules/declaration.js';
import type { Declaration, TieRule } from '../rules/frozen-rules.js';
import type { FileMethod, Method, OfficialRule } from '../rules/methods.js';

export interface BallotRow {
  id: string;
  event_id: Id<'event'>;
  title: string;
  question: string;
  state: BallotState;
  method: Method | FileMethod;
  min_choices: number;
  max_choices: number;
  seats: number;
  points_budget: number | null;
  points_cap: number | null;
  equal_ranks: boolean;
  threshold: number;
  /** Null: what can be chosen costs nothing. */
  pot_minor: bigint | null;
  /** Of a knapsack ballot that is not empty; null: nothing is asked. */
  min_spend_minor: bigint | null;
  currency: string;
  rule: OfficialRule;
  increment_minor: bigint | null;
  tie_rule: TieRule;
  late_joiners: 'admitted' | 'refused';
  admits: Admission[];
  anonymous: boolean;
  tallies_only: boolean;
  quorum: number;
  notice_hours: number;
  /** Planned, where a draft is to open by itself. */
  opens_at: Date | null;
  not_opened_because: string | null;
  closes_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  voided_because: string | null;
  lot_seed: string | null;
  rules_text: string | null;
  rules_hash: Buffer | null;
  electorate_size: number | null;
  code_salt: Buffer | null;
}

export interface Opening {
  lotSeed: string;
  /** Null: no pot. */
  incrementMinor: bigint | null;
  electorate: number;
  /** How many have voted already, where the vote was held elsewhere. */
  voters?: number;
  rulesText: string;
  rulesHash: string;
}

/** What an organiser declares, in the order of its columns. */
const DECLARED = {
  title: 'title',
  question: 'question',
  method: 'method',
  minChoices: 'min_choices',
  maxChoices: 'max_choices',
  seats: 'seats',
  pointsBudget: 'points_budget',
  pointsCap: 'points_cap',
  equalRanks: 'equal_ranks',
  threshold: 'threshold',
  potMinor: 'pot_minor',
  minSpendMinor: 'min_spend_minor',
  currency: 'currency',
  rule: 'rule',
  incrementMinor: 'increment_minor',
  tieRule: 'tie_rule',
  lateJoiners: 'late_joiners',
  admits: 'admits',
  anonymous: 'anonymous',
  talliesOnly: 'tallies_only',
  quorum: 'quorum',
  noticeHours: 'notice_hours',
  closesAt: 'closes_at',
} as const satisfies Record<keyof Declaration, keyof BallotRow>;

const FIELDS = Object.keys(DECLARED) as (keyof Declaration)[];
const declared = (d: Declaration): unknown[] => FIELDS.map((field) => d[field]);

/** An open or finished vote's declaration, as it stands in its row. */
export const declarationOf = (row: BallotRow): Declaration =>
  Object.fromEntries(FIELDS.map((field) => [field, row[DECLARED[field]]])) as unknown as Declaration;

const COLUMNS = `id, event_id, state, opens_at, not_opened_because, opened_at, closed_at, voided_because, lot_seed, rules_text, rules_hash, electorate_size, code_salt, ${Object.values(DECLARED).join(', ')}`;
const ADD = `insert into voting.ballot (id, event_id, state, created_at, created_by, code_salt, opens_at, ${Object.values(DECLARED).join(', ')})
  values ($1, $2, 'draft', $3, $4, $5, $6, ${FIELDS.map((_, at) => `$${at + 7}`).join(', ')})`;
const REDECLARE = `update voting.ballot set opens_at = $3, not_opened_because = null, ${FIELDS.map((field, at) => `${DECLARED[field]} = $${at + 4}`).join(', ')} where event_id = $1 and id = $2 and state = 'draft'`;

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
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('voting.ballot:' || $1::uuid::text, 0))`, [id]);
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

  /** Drafts that are to be open by now. */
  dueToOpen(db: Db, now: Date): Promise<{ id: string; event_id: Id<'event'> }[]> {
    return db.query(`select id, event_id from voting.ballot where state = 'draft' and opens_at <= $1 order by opens_at, id limit 100`, [
      now,
    ]);
  }

  /** A draft's plan came to nothing: whoever declared it, if it still was one. */
  endPlan(tx: Tx, eventId: string, id: string, code: string): Promise<{ title: string; created_by: string } | undefined> {
    return tx.maybe(
      `update voting.ballot set opens_at = null, not_opened_because = $3 where event_id = $1 and id = $2 and state = 'draft' and opens_at <= $4 returning title, created_by`,
      [eventId, id, code, tx.now],
    );
  }

  /** Votes that wait for their count, in case its job was lost. */
  uncounted(db: Db): Promise<{ id: string }[]> {
    return db.query(`select id from voting.ballot where state = 'closing' order by id limit 100`);
  }

  /** `salt`: of the hashes of its paper codes and of where casts came from. */
  async add(tx: Tx, id: string, eventId: string, d: Declaration, createdBy: string, salt: Buffer, opensAt?: Date): Promise<void> {
    await tx.run(ADD, [id, eventId, tx.now, createdBy, salt, opensAt ?? null, ...declared(d)]);
  }

  /** Declares a draft anew, with a new plan for its opening or none. */
  async redeclare(tx: Tx, b: BallotRow, d: Declaration, opensAt?: Date): Promise<void> {
    await tx.run(REDECLARE, [b.event_id, b.id, opensAt ?? null, ...declared(d)]);
  }

  async open(tx: Tx, b: BallotRow, o: Opening): Promise<void> {
    await tx.run(
      `update voting.ballot set state = 'open', opened_at = $3, lot_seed = $4, increment_minor = $5, electorate_size = $6, rules_text = $7, rules_hash = decode($8, 'hex')
       where event_id = $1 and id = $2 and state = 'draft'`,
      [b.event_id, b.id, tx.now, o.lotSeed, o.incrementMinor, o.electorate, o.rulesText, o.rulesHash],
    );
    await tx.run('insert into voting.turnout_tally (ballot_id, voters) values ($1, $2)', [b.id, o.voters ?? 0]);
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
