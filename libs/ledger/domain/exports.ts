import { decimalOf, exponentOfCommodity } from './commodity.js';

/** An entry as exports see it; amounts as decimal text of minor units. */
export interface ExportedEntry {
  id: string;
  booked_on: string;
  text: string;
  source_kind: string;
  source_id: string;
  reverses: string | null;
  sequence: bigint | null;
  lines: { account: string; commodity: string; debit: string; credit: string }[];
}

const signed = (l: { debit: string; credit: string }): bigint => BigInt(l.debit) - BigInt(l.credit);

/** What is planned for an account, minor units. */
export interface ExportedPlan {
  account: string;
  currency: string;
  minor: bigint;
}

/**
 * The journal in hledger's own format, with every account and commodity declared: `hledger check --strict` accepts it (REP-2). The
 * budget stands on the first day, so that `hledger balance --budget` sets our plans against our actuals (BUD-1).
 */
export function toHledger(title: string, entries: readonly ExportedEntry[], plans: readonly ExportedPlan[] = []): string {
  const lines = entries.flatMap((e) => e.lines);
  const commodities = [...new Set([...lines.map((l) => l.commodity), ...plans.map((p) => p.currency)])].sort();
  const accounts = [...new Set([...lines, ...plans].map((l) => l.account))].sort();
  const firstDay = entries[0]?.booked_on;
  return [
    `; ${oneLine(title)}`,
    'decimal-mark .',
    ...commodities.map(
      (c) => `commodity ${exponentOfCommodity(c) === 0 ? '1000.' : decimalOf(1_000n * 10n ** BigInt(exponentOfCommodity(c)), c)} ${c}`,
    ),
    ...accounts.map((a) => `account ${a}`),
    '',
    ...(firstDay === undefined || plans.length === 0
      ? []
      : [
          `~ ${firstDay}  the budget`,
          ...plans.map((p) => `    ${`(${p.account})`.padEnd(44)}  ${decimalOf(p.minor, p.currency)} ${p.currency}`),
          '',
        ]),
    ...entries.flatMap((e) => [
      `${e.booked_on} (${e.sequence ?? 'unsealed'}) ${oneLine(e.text)}  ; id:${e.id}, source:${oneLine(`${e.source_kind}/${e.source_id}`)}${e.reverses ? `, reverses:${e.reverses}` : ''}`,
      ...e.lines.map((l) => `    ${l.account.padEnd(44)}  ${decimalOf(signed(l), l.commodity)} ${l.commodity}`),
      '',
    ]),
  ].join('\n');
}

/** A semicolon would begin a comment, a comma another tag. */
const oneLine = (text: string): string => text.replace(/[\s;,]+/g, ' ').trim();

const CSV_HEAD = ['position', 'date', 'entry', 'text', 'account', 'commodity', 'debit', 'credit', 'source_kind', 'source_id', 'reverses'];

/** One row per line, RFC 4180, columns in a stable order. */
export const toCsv = (entries: readonly ExportedEntry[]): string =>
  [
    CSV_HEAD,
    ...entries.flatMap((e) =>
      e.lines.map((l) => [
        String(e.sequence ?? ''),
        e.booked_on,
        e.id,
        e.text,
        l.account,
        l.commodity,
        l.debit === '0' ? '' : decimalOf(BigInt(l.debit), l.commodity),
        l.credit === '0' ? '' : decimalOf(BigInt(l.credit), l.commodity),
        e.source_kind,
        e.source_id,
        e.reverses ?? '',
      ]),
    ),
  ]
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n') + '\r\n';

/** Quotes where RFC 4180 asks for it, and keeps a spreadsheet from running text as a formula. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
