import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { type Db, type Tx, refusingOn } from '#platform';
import type { MatchableLine } from '../domain/matching.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';

export interface BankLineRow extends MatchableLine {
  id: Id<'bank line'>;
  statement_id: Id<'statement'>;
  line_no: number;
  state: 'new' | 'matched' | 'ignored';
  ignored_because: string | null;
  entry_id: Id<'journal entry'> | null;
  automatic: boolean | null;
}

export interface Part {
  openItemId: Id<'open item'> | null;
  account: string;
  /** Signed like the bank line. */
  amountMinor: bigint;
}

export interface ActiveMatch {
  id: Id<'match'>;
  entry_id: Id<'journal entry'>;
  parts: { open_item_id: Id<'open item'> | null; amount_minor: string }[];
}

const COLUMNS = `l.id, l.statement_id, l.line_no, l.booked_on, l.amount_minor, l.currency, l.text, l.counterparty, l.bank_reference, l.state, l.ignored_because, m.entry_id, m.automatic`;
const FROM = `ledger.statement_line l left join ledger.match m on m.event_id = l.event_id and m.statement_line_id = l.id and m.undone_at is null`;

/** Lines of the bank, and what explains them. */
@Injectable()
export class BankLinesStore {
  one(db: Db, eventId: Id<'event'>, id: Id<'bank line'>): Promise<BankLineRow | undefined> {
    return db.maybe<BankLineRow>(`select ${COLUMNS} from ${FROM} where l.event_id = $1 and l.id = $2`, [eventId, id]);
  }

  ofStatement(db: Db, eventId: Id<'event'>, statementId: Id<'statement'>): Promise<BankLineRow[]> {
    return db.query<BankLineRow>(
      `select ${COLUMNS} from ${FROM} where l.event_id = $1 and l.statement_id = $2 order by l.line_no limit 2000`,
      [eventId, statementId],
    );
  }

  /** Lines nothing explains yet, oldest first. */
  unexplained(db: Db, eventId: Id<'event'>, limit: number, after: readonly [string, string]): Promise<BankLineRow[]> {
    return db.query<BankLineRow>(
      `select ${COLUMNS} from ${FROM} where l.event_id = $1 and l.state = 'new' and (l.booked_on, l.id) > ($2::date, $3::uuid) order by l.booked_on, l.id limit $4`,
      [eventId, ...after, limit],
    );
  }

  /** Moves a line from one state to another; refuses when it is not there, or in another state by now. */
  async move(
    tx: Tx,
    eventId: Id<'event'>,
    id: Id<'bank line'>,
    from: BankLineRow['state'],
    to: BankLineRow['state'],
    because: string | null = null,
  ): Promise<BankLineRow> {
    const touched = await tx.run(
      'update ledger.statement_line set state = $4, ignored_because = $5 where event_id = $1 and id = $2 and state = $3',
      [eventId, id, from, to, because],
    );
    const line = await this.one(tx, eventId, id);
    if (!line) throw refuse.NO_SUCH_LINE();
    if (touched === 0)
      throw from === 'new' ? refuse.LINE_EXPLAINED({ state: line.state }) : refuse.LINE_NOT_EXPLAINED({ state: line.state });
    return line;
  }

  async addMatch(
    tx: Tx,
    eventId: Id<'event'>,
    match: {
      id: Id<'match'>;
      lineId: Id<'bank line'>;
      entryId: Id<'journal entry'>;
      automatic: boolean;
      currency: string;
      parts: readonly Part[];
    },
  ): Promise<void> {
    await refusingOn({ match_of_a_line_once: () => refuse.LINE_EXPLAINED() }, () =>
      tx.run(
        'insert into ledger.match (event_id, id, statement_line_id, entry_id, automatic, matched_at, matched_by) values ($1, $2, $3, $4, $5, $6, $7)',
        [eventId, match.id, match.lineId, match.entryId, match.automatic, tx.now, match.automatic ? null : tx.context.actorId],
      ),
    );
    await tx.run(
      `insert into ledger.match_part (event_id, match_id, part_no, open_item_id, account, amount_minor, currency)
       select $1, $2, n, item, account, amount, $3 from unnest($4::uuid[], $5::text[], $6::bigint[]) with ordinality as p (item, account, amount, n)`,
      [
        eventId,
        match.id,
        match.currency,
        match.parts.map((p) => p.openItemId),
        match.parts.map((p) => p.account),
        match.parts.map((p) => p.amountMinor),
      ],
    );
  }

  async activeMatch(db: Db, eventId: Id<'event'>, lineId: Id<'bank line'>): Promise<ActiveMatch | undefined> {
    return db.maybe<ActiveMatch>(
      `select m.id, m.entry_id, (select json_agg(json_build_object('open_item_id', p.open_item_id, 'amount_minor', p.amount_minor::text) order by p.part_no)
         from ledger.match_part p where p.event_id = m.event_id and p.match_id = m.id) as parts
       from ledger.match m where m.event_id = $1 and m.statement_line_id = $2 and m.undone_at is null`,
      [eventId, lineId],
    );
  }

  async undoMatch(tx: Tx, eventId: Id<'event'>, id: Id<'match'>, reversalId: Id<'journal entry'>): Promise<void> {
    await tx.run(
      'update ledger.match set undone_at = $3, undone_by = $4, reversal_id = $5 where event_id = $1 and id = $2 and undone_at is null',
      [eventId, id, tx.now, tx.context.actorId, reversalId],
    );
  }
}
