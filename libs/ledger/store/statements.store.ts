import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { Arithmetic, IdentifiedLine } from '../domain/statement.js';
import { JournalStore } from './journal.store.js';

export const BANK = 'Assets:Bank:Main';

export interface StatementRow {
  id: Id<'statement'>;
  file_name: string;
  currency: string;
  from_on: string;
  to_on: string;
  opening_minor: bigint | null;
  closing_minor: bigint | null;
  sum_minor: bigint;
  line_count: number;
  known_count: number;
  state: 'in_review' | 'reconciled';
  imported_at: Date;
  /** Lines of it that nothing explains yet. */
  unexplained: number;
}

export interface NewStatement {
  eventId: Id<'event'>;
  fileName: string;
  fileHash: Buffer;
  currency: string;
  arithmetic: Arithmetic;
  lines: readonly IdentifiedLine[];
  known: number;
}

const COLUMNS = `s.id, s.file_name, s.currency, s.from_on, s.to_on, s.opening_minor, s.closing_minor, s.sum_minor, s.line_count, s.known_count, s.state, s.imported_at,
  (select count(*)::int from ledger.statement_line l where l.event_id = s.event_id and l.statement_id = s.id and l.state = 'new') as unexplained`;

/** Files of the bank and how to read them. */
@Injectable()
export class StatementsStore {
  constructor(private readonly journal: JournalStore) {}

  /** Opens the bank's account in the book and lets in one import at a time, so that what is known stays known while a file is taken in. */
  async open(tx: Tx, eventId: Id<'event'>): Promise<void> {
    await this.journal.openAccounts(tx, eventId, [BANK]);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('statement ' || $1, 0))`, [eventId]);
  }

  /** Those lines that have not been taken in before. */
  async unknown(db: Db, eventId: Id<'event'>, lines: readonly IdentifiedLine[]): Promise<IdentifiedLine[]> {
    const rows = await db.query<{ n: number }>(
      `select w.n::int as n from unnest($3::bytea[], $4::int[]) with ordinality as w (identity, ordinal, n)
       join ledger.statement_line l on l.event_id = $1 and l.account = $2 and l.identity = w.identity and l.ordinal = w.ordinal`,
      [eventId, BANK, lines.map((l) => l.identity), lines.map((l) => l.ordinal)],
    );
    const known = new Set(rows.map((r) => r.n));
    return lines.filter((_, i) => !known.has(i + 1));
  }

  async add(tx: Tx, s: NewStatement, unknown: readonly IdentifiedLine[]): Promise<Id<'statement'>> {
    const id = newId<'statement'>();
    const days = s.lines.map((l) => l.bookedOn).sort();
    await tx.run(
      `insert into ledger.statement (event_id, id, file_name, file_hash, account, currency, from_on, to_on, opening_minor, closing_minor, sum_minor, line_count, known_count, imported_at, imported_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        s.eventId,
        id,
        s.fileName,
        s.fileHash,
        BANK,
        s.currency,
        days[0],
        days.at(-1),
        s.arithmetic.opening,
        s.arithmetic.closing,
        s.arithmetic.sum,
        s.lines.length,
        s.known,
        tx.now,
        tx.context.actorId,
      ],
    );
    const of = <T>(pick: (l: IdentifiedLine) => T): T[] => unknown.map(pick);
    await tx.run(
      `insert into ledger.statement_line (event_id, id, statement_id, line_no, booked_on, amount_minor, currency, text, counterparty, bank_reference, account, identity, ordinal)
       select $1, w.id, $2, w.line_no, w.booked_on, w.amount, $3, w.text, w.counterparty, w.reference, $4, w.identity, w.ordinal
       from unnest($5::uuid[], $6::int[], $7::date[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::bytea[], $13::int[])
         as w (id, line_no, booked_on, amount, text, counterparty, reference, identity, ordinal)`,
      [
        s.eventId,
        id,
        s.currency,
        BANK,
        of(() => newId()),
        of((l) => l.lineNo),
        of((l) => l.bookedOn),
        of((l) => l.amountMinor),
        of((l) => l.text),
        of((l) => l.counterparty),
        of((l) => l.reference),
        of((l) => l.identity),
        of((l) => l.ordinal),
      ],
    );
    return id;
  }

  /** Newest first. */
  list(db: Db, eventId: Id<'event'>, limit: number, before: string): Promise<StatementRow[]> {
    return db.query<StatementRow>(
      `select ${COLUMNS} from ledger.statement s where s.event_id = $1 and s.id < $2 order by s.id desc limit $3`,
      [eventId, before, limit],
    );
  }

  one(db: Db, eventId: Id<'event'>, id: Id<'statement'>): Promise<StatementRow | undefined> {
    return db.maybe<StatementRow>(`select ${COLUMNS} from ledger.statement s where s.event_id = $1 and s.id = $2`, [eventId, id]);
  }

  /** What the newest statement that ends before a day closed with; null when none says. */
  async closingBefore(db: Db, eventId: Id<'event'>, day: string): Promise<bigint | null> {
    const row = await db.maybe<{ closing_minor: bigint | null }>(
      'select closing_minor from ledger.statement where event_id = $1 and to_on < $2 order by to_on desc, imported_at desc limit 1',
      [eventId, day],
    );
    return row?.closing_minor ?? null;
  }

  /** Locks a statement whose lines are all explained; false when they are not or it is locked already. */
  async reconcile(tx: Tx, eventId: Id<'event'>, id: Id<'statement'>): Promise<boolean> {
    const touched = await tx.run(
      `update ledger.statement s set state = 'reconciled' where event_id = $1 and id = $2 and state = 'in_review'
       and not exists (select from ledger.statement_line l where l.event_id = $1 and l.statement_id = $2 and l.state = 'new')`,
      [eventId, id],
    );
    return touched === 1;
  }

  async saveMapping(tx: Tx, eventId: Id<'event'>, name: string, mapping: object): Promise<void> {
    await tx.run(
      `insert into ledger.statement_mapping (event_id, name, mapping, saved_at) values ($1, $2, $3, $4)
       on conflict on constraint statement_mapping_once do update set mapping = excluded.mapping, saved_at = excluded.saved_at`,
      [eventId, name, JSON.stringify(mapping), tx.now],
    );
  }

  mappings(db: Db, eventId: Id<'event'>): Promise<{ name: string; mapping: object }[]> {
    return db.query('select name, mapping from ledger.statement_mapping where event_id = $1 order by name limit 50', [eventId]);
  }
}
