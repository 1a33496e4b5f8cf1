/** How one bank writes its files; columns are named by their heading. */
export interface Mapping {
  separator: string;
  decimalMark: string;
  dateForm: string;
  skipRows: number;
  date?: string;
  amount?: string;
  moneyIn?: string;
  moneyOut?: string;
  text: string[];
  counterparty?: string;
  reference?: string;
  balance?: string;
}

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export const DATE_FORMS = [
  'yyyy-MM-dd',
  'dd/MM/yyyy',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'MM/dd/yyyy',
  'yyyyMMdd',
  'dd/MM/yy',
  'dd.MM.yy',
  'dd MMM yyyy',
] as const;

const LIKELY: Record<'date' | 'amount' | 'moneyIn' | 'moneyOut' | 'counterparty' | 'reference' | 'balance', RegExp> = {
  date: /date|datum|buchungstag/i,
  amount: /^(amount|montant|betrag|value)/i,
  moneyIn: /money in|paid in|credit|crédit|einzahlung/i,
  moneyOut: /money out|paid out|debit|débit|auszahlung/i,
  counterparty: /name|counter|payee|payer|bénéficiaire|empfänger/i,
  reference: /reference|référence|referenz|transaction id|^id$/i,
  balance: /balance|solde|saldo/i,
};
const TEXT = /description|details|text|libellé|memo|narrative|verwendungszweck/i;

/** The separator that the first line uses most. */
export function guessSeparator(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined);
  return [...SEPARATORS].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
}

const FORMS: [RegExp, string][] = [
  [/^\d{4}-\d{2}-\d{2}/, 'yyyy-MM-dd'],
  [/^\d{8}$/, 'yyyyMMdd'],
  [/^\d{2}\/\d{2}\/\d{4}/, 'dd/MM/yyyy'],
  [/^\d{2}\.\d{2}\.\d{4}/, 'dd.MM.yyyy'],
  [/^\d{2}-\d{2}-\d{4}/, 'dd-MM-yyyy'],
  [/^\d{2}\/\d{2}\/\d{2}$/, 'dd/MM/yy'],
  [/^\d{2}\.\d{2}\.\d{2}$/, 'dd.MM.yy'],
  [/^\d{1,2} [A-Za-z]{3} \d{4}/, 'dd MMM yyyy'],
];

/** A first guess from the headings and one row, for a person to correct; the API reads the file. */
export function guessMapping(headings: readonly string[], row: readonly string[], separator: string): Mapping {
  const find = (like: RegExp) => headings.find((heading) => like.test(heading));
  const cell = (heading: string | undefined) => (heading === undefined ? '' : (row[headings.indexOf(heading)] ?? ''));
  const date = find(LIKELY.date);
  const amount = find(LIKELY.amount);
  const money = cell(amount ?? find(LIKELY.moneyIn)) || cell(find(LIKELY.moneyOut));
  const texts = headings.filter((heading) => TEXT.test(heading));
  return {
    separator,
    decimalMark: /,\d{1,2}$/.test(money.trim()) ? ',' : '.',
    dateForm: FORMS.find(([like]) => like.test(cell(date).trim()))?.[1] ?? 'yyyy-MM-dd',
    skipRows: 0,
    date,
    amount,
    ...(amount ? {} : { moneyIn: find(LIKELY.moneyIn), moneyOut: find(LIKELY.moneyOut) }),
    text: texts.length ? texts : headings.slice(0, 1),
    counterparty: find(LIKELY.counterparty),
    reference: find(LIKELY.reference),
    balance: find(LIKELY.balance),
  };
}

/** What has to be said before the file can be read (a translation key); undefined when nothing is missing. */
export function missingOf({ date, amount, moneyIn, moneyOut, text }: Mapping, headings: readonly string[]): string | undefined {
  if (headings.length < 2) return 'statements.no_columns';
  const has = (column: string | undefined) => column !== undefined && headings.includes(column);
  const isSaid = has(date) && (has(amount) || (has(moneyIn) && has(moneyOut))) && text.some(has);
  return isSaid ? undefined : 'statements.say_columns';
}
