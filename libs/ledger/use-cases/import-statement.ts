import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Id } from '#kernel';
import { Database, type Db, type EventScope, UnitOfWork } from '#platform';
import { lastDay } from '../domain/day.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { type MatchableLine, certainMatches } from '../domain/matching.js';
import { type Arithmetic, type IdentifiedLine, arithmeticOf, identify } from '../domain/statement.js';
import { type CsvMapping, readBankCsv } from '../importers/bank-csv.js';
import { decode } from '../importers/decode.js';
import { BankLinesStore } from '../store/bank-lines.store.js';
import { type OpenItemRow, OpenItemsStore } from '../store/open-items.store.js';
import { StatementsStore } from '../store/statements.store.js';
import { MatchLine } from './match-line.js';

export interface BankFile {
  fileName: string;
  bytes: Buffer;
  mapping: CsvMapping;
  /** Minor units, where a person reads them from the paper. */
  opening?: bigint | undefined;
  closing?: bigint | undefined;
  /** Name under which to keep the mapping for next time. */
  saveMappingAs?: string | undefined;
  /** The hash of the preview that was looked at: nothing else may be done (REC-9). */
  previewHash?: string | undefined;
}

/** What taking in a file does, or did. */
export interface ImportPlan {
  lines: IdentifiedLine[];
  fresh: IdentifiedLine[];
  zeroLines: number;
  arithmetic: Arithmetic;
  /** Opening less what the statement before closed with; null when either is not said. */
  gap: bigint | null;
  /** Lines that will be matched without anyone looking (REC-7). */
  certain: { line: IdentifiedLine; item: OpenItemRow }[];
  hash: string;
}

/** Takes a bank's file into the books: wholly or not at all, and each line once (REC-4, REC-9, REC-10). */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly statements: StatementsStore,
    private readonly lines: BankLinesStore,
    private readonly openItems: OpenItemsStore,
    private readonly matchLine: MatchLine,
  ) {}

  /** The same without doing it. */
  preview(scope: EventScope, file: BankFile): Promise<ImportPlan> {
    return this.plan(this.database, scope, file);
  }

  /** Answers the statement, or null when every line of the file was known already. */
  execute(scope: EventScope, file: BankFile): Promise<{ plan: ImportPlan; statementId: Id<'statement'> | null }> {
    const { eventId, currency } = scope;
    return this.unitOfWork.run(async (tx) => {
      await this.statements.open(tx, eventId);
      const plan = await this.plan(tx, scope, file);
      if (file.previewHash !== undefined && file.previewHash !== plan.hash) throw refuse.PREVIEW_CHANGED({ hash: plan.hash });
      if (file.saveMappingAs !== undefined) await this.statements.saveMapping(tx, eventId, file.saveMappingAs, file.mapping);
      if (plan.fresh.length === 0) return { plan, statementId: null };
      const { fileName, bytes } = file;
      const known = plan.lines.length - plan.fresh.length;
      const statement = {
        eventId,
        fileName,
        fileHash: createHash('sha256').update(bytes).digest(),
        currency,
        arithmetic: plan.arithmetic,
        lines: plan.lines,
        known,
      };
      const statementId = await this.statements.add(tx, statement, plan.fresh);
      const stored = await this.lines.ofStatement(tx, eventId, statementId);
      for (const { line, item } of plan.certain) {
        const { id } = stored.find((s) => s.line_no === line.lineNo)!;
        await this.matchLine.within(tx, eventId, id, [{ openItemId: item.id }], { automatic: true });
      }
      await tx.audit({
        action: 'statement imported',
        eventId,
        subjectKind: 'statement',
        subjectId: statementId,
        to: 'in_review',
        details: { lines: plan.fresh.length, known },
      });
      return { plan, statementId };
    });
  }

  private async plan(db: Db, { eventId, currency, timeZone }: EventScope, file: BankFile): Promise<ImportPlan> {
    const read = readBankCsv(decode(file.bytes), file.mapping, currency, lastDay(timeZone, this.clock.now()));
    if ('faults' in read)
      throw refuse.UNREADABLE_FILE(
        { faults: read.faults },
        read.faults
          .map((f) => `line ${f.line}, column ${f.column}: ${f.message}`)
          .join('; ')
          .slice(0, 1_000),
      );
    const lines = identify(read.lines);
    const fresh = await this.statements.unknown(db, eventId, lines);
    const arithmetic = arithmeticOf(lines, read.balances, file);
    const firstDay = lines.map((l) => l.bookedOn).sort()[0];
    const closedWith = firstDay === undefined ? null : await this.statements.closingBefore(db, eventId, firstDay);
    const gap = arithmetic.opening === null || closedWith === null ? null : arithmetic.opening - closedWith;
    const amounts = fresh.map((l) => (l.amountMinor < 0n ? -l.amountMinor : l.amountMinor));
    const items = await this.openItems.ofAmounts(db, eventId, amounts);
    const certain = certainMatches(fresh.map(asMatchable), items).map(({ line: { line }, item }) => ({ line, item }));
    const hash = createHash('sha256');
    for (const l of fresh) hash.update(l.identity).update(`${l.ordinal};`);
    for (const { line, item } of certain) hash.update(`${line.lineNo}=${item.id};`);
    return { lines, fresh, zeroLines: read.zeroLines, arithmetic, gap, certain, hash: hash.digest('hex') };
  }
}

const asMatchable = (line: IdentifiedLine): MatchableLine & { line: IdentifiedLine } => ({
  line,
  amount_minor: line.amountMinor,
  currency: line.currency,
  booked_on: line.bookedOn,
  text: line.text,
  counterparty: line.counterparty,
  bank_reference: line.reference,
});
