import type { Api } from './api.js';
import type { Team } from './gathering.js';
import { decimal, pounds } from './words.js';

export interface BankRow {
  on: string;
  text: string;
  pence: number;
}

/** A statement as a bank writes it: date, text, amount, running balance. */
export function statementCsv(rows: readonly BankRow[], openingPence = 0): string {
  let balance = openingPence;
  const lines = rows.map(({ on, text, pence }) => {
    balance += pence;
    return `${on},"${text}",${decimal(pence)},${decimal(balance)}`;
  });
  return ['Date,Description,Amount,Balance', ...lines].join('\n');
}

const MAPPING = {
  separator: ',',
  decimalMark: '.',
  dateForm: 'yyyy-MM-dd',
  skipRows: 0,
  date: 'Date',
  amount: 'Amount',
  text: ['Description'],
  balance: 'Balance',
};

interface Line {
  id: string;
  amount: { amount: number };
  text: string;
  state: string;
}

/** Imports a statement: a preview first, then exactly what it showed. Answers the new lines. */
export async function importStatement(slug: string, treasurer: Api, fileName: string, csv: string): Promise<Line[]> {
  const file = { fileName, csv, mapping: MAPPING };
  const { hash } = await treasurer.post<{ hash: string }>(`events/${slug}/books/statements/preview`, file);
  const { statementId } = await treasurer.post<{ statementId: string }>(`events/${slug}/books/statements`, { ...file, previewHash: hash });
  return (await treasurer.get<{ items: Line[] }>(`events/${slug}/books/statements/${statementId}`)).items;
}

interface OpenItem {
  id: string;
  kind: string;
  amount: { amount: number };
}

/** Matches a bank line to the one expected item of its amount, as the suggestion says. */
export async function matchLine(slug: string, treasurer: Api, line: Line): Promise<void> {
  const { items } = await treasurer.get<{ items: { item: OpenItem; score: number }[] }>(
    `events/${slug}/books/lines/${line.id}/suggestions`,
  );
  const best = items[0];
  if (!best) throw new Error(`nothing expected fits ${line.text}`);
  await treasurer.post(`events/${slug}/books/lines/${line.id}/match`, { openItemId: best.item.id });
}

/** Somebody spends money on a need; another approves it. It is paid when the bank says so. */
export async function spend(slug: string, team: Team, lineId: string, text: string, pence: number, spentOn: string): Promise<string> {
  const { id } = await team.volunteer.post<{ id: string }>(`events/${slug}/books/expenses`, {
    text,
    amount: pounds(pence),
    spentOn,
    budgetLineId: lineId,
  });
  await team.treasurer.post(`events/${slug}/books/expenses/${id}/approve`);
  return id;
}
