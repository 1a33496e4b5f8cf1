import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { Database, type EventScope } from '#platform';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { type Suggestion, suggest } from '../domain/matching.js';
import { type BankLineRow, BankLinesStore } from '../store/bank-lines.store.js';
import { type OpenItemRow, OpenItemsStore } from '../store/open-items.store.js';
import { type StatementRow, StatementsStore } from '../store/statements.store.js';

const MOST_SUGGESTIONS = 10;

/** What the bank said, what we expect of it, and how the two could belong together. */
@Injectable()
export class ShowBank {
  constructor(
    private readonly database: Database,
    private readonly allStatements: StatementsStore,
    private readonly lines: BankLinesStore,
    private readonly openItems: OpenItemsStore,
  ) {}

  statements({ eventId }: EventScope, limit: number, before: string): Promise<StatementRow[]> {
    return this.allStatements.list(this.database, eventId, limit, before);
  }

  async statement({ eventId }: EventScope, id: Id<'statement'>): Promise<{ statement: StatementRow; lines: BankLineRow[] }> {
    const statement = await this.allStatements.one(this.database, eventId, id);
    if (!statement) throw refuse.NO_SUCH_STATEMENT();
    return { statement, lines: await this.lines.ofStatement(this.database, eventId, id) };
  }

  mappings({ eventId }: EventScope): Promise<{ name: string; mapping: object }[]> {
    return this.allStatements.mappings(this.database, eventId);
  }

  /** Lines nothing explains yet, oldest first. */
  unexplained({ eventId }: EventScope, limit: number, after: readonly [string, string]): Promise<BankLineRow[]> {
    return this.lines.unexplained(this.database, eventId, limit, after);
  }

  expected({ eventId }: EventScope, limit: number, after: string): Promise<OpenItemRow[]> {
    return this.openItems.open(this.database, eventId, limit, after);
  }

  /** What a line could be, best first; nothing for a line that is explained (REC-7). */
  async suggestions({ eventId }: EventScope, id: Id<'bank line'>): Promise<Suggestion<OpenItemRow>[]> {
    const line = await this.lines.one(this.database, eventId, id);
    if (!line) throw refuse.NO_SUCH_LINE();
    if (line.state !== 'new') return [];
    return suggest(line, await this.openItems.open(this.database, eventId)).slice(0, MOST_SUGGESTIONS);
  }
}
