import { wire } from '#kernel';
import type { WireMoney } from '#kernel';
import type { BankLineRow } from '../store/bank-lines.store.js';
import type { OpenItemRow } from '../store/open-items.store.js';
import type { StatementRow } from '../store/statements.store.js';
import type { Arithmetic } from '../domain/statement.js';
import type { ImportPlan } from '../use-cases/import-statement.js';

import type { OpenItemView } from './open-item.view.js';
import type { ArithmeticView, BankLineView, ImportView, StatementView } from './statement.view.js';

const orNull = (minor: bigint | null, currency: string): WireMoney | null => (minor === null ? null : wire(minor, currency));

const arithmeticView = (a: Arithmetic, currency: string): ArithmeticView => ({
  opening: orNull(a.opening, currency),
  closing: orNull(a.closing, currency),
  sum: wire(a.sum, currency),
  difference: orNull(a.difference, currency),
});

export const importView = (plan: ImportPlan, currency: string, statementId: string | null): ImportView => ({
  statementId,
  lines: plan.lines.length,
  newLines: plan.fresh.length,
  knownLines: plan.lines.length - plan.fresh.length,
  zeroLines: plan.zeroLines,
  matchedLines: plan.certain.length,
  arithmetic: arithmeticView(plan.arithmetic, currency),
  gap: orNull(plan.gap, currency),
  hash: plan.hash,
  items: plan.fresh.map((l) => ({
    line: l.lineNo,
    on: l.bookedOn,
    amount: wire(l.amountMinor, currency),
    text: l.text,
    counterparty: l.counterparty,
    reference: l.reference,
    matches: plan.certain.find((c) => c.line === l)?.item.text ?? null,
  })),
});

export function statementView(s: StatementRow): StatementView {
  const { opening_minor: opening, closing_minor: closing, sum_minor: sum } = s;
  const difference = opening === null || closing === null ? null : opening + sum - closing;
  return {
    id: s.id,
    fileName: s.file_name,
    from: s.from_on,
    to: s.to_on,
    lines: s.line_count,
    knownLines: s.known_count,
    unexplained: s.unexplained,
    arithmetic: arithmeticView({ opening, closing, sum, difference }, s.currency),
    state: s.state,
    importedAt: s.imported_at.toISOString(),
  };
}

export const bankLineView = (l: BankLineRow): BankLineView => ({
  id: l.id,
  statementId: l.statement_id,
  line: l.line_no,
  on: l.booked_on,
  amount: wire(l.amount_minor, l.currency),
  text: l.text,
  counterparty: l.counterparty,
  reference: l.bank_reference,
  state: l.state,
  ignoredBecause: l.ignored_because,
  entryId: l.entry_id,
  automatic: l.automatic ?? false,
});

export const openItemView = (i: OpenItemRow): OpenItemView => ({
  id: i.id,
  kind: i.kind,
  sourceId: i.source_id,
  direction: i.direction,
  amount: wire(i.amount_minor, i.currency),
  settled: wire(i.settled_minor, i.currency),
  reference: i.reference,
  expectedOn: i.expected_on,
  text: i.text,
  inParts: i.in_parts,
});
