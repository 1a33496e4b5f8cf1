/** The full name of an account, such as `Assets:Bank:Main`. Made by `account()`, so that a mistyped name goes nowhere. */
export type AccountName = string & { readonly __brand: 'AccountName' };

export type Side = 'debit' | 'credit';

/** Every account there may be: code, name and the side on which it grows. Names are those of the specification, section 3. */
const CHART: readonly (readonly [code: number, name: string, side: Side])[] = [
  [1000, 'Assets:Bank:Main', 'debit'],
  [1010, 'Assets:Cash:Door', 'debit'],
  [1100, 'Assets:Stripe:Balance', 'debit'],
  [1110, 'Assets:Stripe:PayoutsInTransit', 'debit'],
  [1120, 'Assets:Stripe:DisputesHeld', 'debit'],
  [1130, 'Assets:Stripe:Reserve', 'debit'],
  // Movements of a type we do not know: shown as unexplained until someone says what they are (REC-1).
  [1140, 'Assets:Stripe:Suspense', 'debit'],
  [1200, 'Assets:Receivable:Invoices', 'debit'],
  [1210, 'Assets:Receivable:Matching', 'debit'],
  [1300, 'Assets:Prepaid:Suppliers', 'debit'],
  [1310, 'Assets:Floats:Volunteers', 'debit'],
  [2000, 'Liabilities:Payable:Expenses', 'credit'],
  [2010, 'Liabilities:Payable:Suppliers', 'credit'],
  [2100, 'Liabilities:RefundsPending', 'credit'],
  [2110, 'Liabilities:ConditionalPledges', 'credit'],
  [2120, 'Liabilities:UnidentifiedReceipts', 'credit'],
  [2130, 'Liabilities:Overpayments', 'credit'],
  [2200, 'Liabilities:Deferred:Tickets', 'credit'],
  [2210, 'Liabilities:Deferred:Sponsorship', 'credit'],
  [2300, 'Liabilities:VAT:Output', 'credit'],
  [3000, 'Equity:Opening', 'credit'],
  [3900, 'Equity:Memo:PledgesOutstanding', 'debit'],
  [3900, 'Equity:Memo:PledgesContra', 'credit'],
  [3910, 'Equity:Memo:VolunteerHours', 'debit'],
  [3910, 'Equity:Memo:VolunteerHoursContra', 'credit'],
  [4000, 'Income:Pledges:Individuals', 'credit'],
  [4010, 'Income:Pledges:Organisations', 'credit'],
  [4090, 'Income:Pledges:Refunded', 'debit'],
  [4091, 'Income:Pledges:Returned', 'debit'],
  [4092, 'Income:Pledges:ChargedBack', 'debit'],
  [4100, 'Income:Sponsorship:Cash', 'credit'],
  [4200, 'Income:Tickets', 'credit'],
  [4210, 'Income:CancellationFees', 'credit'],
  [4300, 'Income:Matching', 'credit'],
  [4310, 'Income:FeesCovered', 'credit'],
  [5900, 'Expenses:Fees:StripeProcessing', 'debit'],
  [5900, 'Expenses:Fees:StripeDisputes', 'debit'],
  [5900, 'Expenses:Fees:StripeFailure', 'debit'],
  [5900, 'Expenses:Fees:StripeOther', 'debit'],
  [5900, 'Expenses:Fees:Bank', 'debit'],
  [5910, 'Expenses:WriteOffs', 'debit'],
  [5920, 'Expenses:CashDifferences', 'debit'],
  [5930, 'Expenses:GrantsGiven', 'debit'],
];

/** What money can be spent on, and what can be given in kind: `Expenses:Venue`, `Expenses:InKind:Venue`, `Income:InKind:Venue`. */
export const SPENDING = [
  'Venue',
  'Catering',
  'Printing',
  'Travel',
  'Accommodation',
  'Equipment',
  'Speakers',
  'Programme',
  'Promotion',
  'Software',
  'Insurance',
  'Access',
  'Other',
] as const;
export type Spending = (typeof SPENDING)[number];

const known = new Map<string, { code: number; side: Side }>([
  ...CHART.map(([code, name, side]) => [name, { code, side }] as const),
  ...SPENDING.flatMap((kind) => [
    [`Expenses:${kind}`, { code: 5000, side: 'debit' }] as const,
    [`Expenses:InKind:${kind}`, { code: 5100, side: 'debit' }] as const,
    [`Income:InKind:${kind}`, { code: 4110, side: 'credit' }] as const,
  ]),
]);

/** A surplus belongs to one gathering, `Equity:Surplus:WGT16`, so that carrying it over is an entry like any other. */
const SURPLUS = /^Equity:Surplus:[A-Z][A-Za-z0-9]{0,39}$/;

export const isAccount = (name: string): name is AccountName => known.has(name) || SURPLUS.test(name);

/** Reads an account name. Throws a RangeError for a name that is not in the chart. */
export function account(name: string): AccountName {
  if (!isAccount(name)) throw new RangeError(`${name} is not an account of the chart`);
  return name;
}

/** The account's number in the chart: what reports sort by. */
export const codeOf = (name: AccountName): number => known.get(name)?.code ?? 3100;

/** The side on which the account grows: its balance is shown positive there. */
export const normalSideOf = (name: AccountName): Side => known.get(name)?.side ?? 'credit';

export const isSpending = (name: string): boolean => SPENDING.some((kind) => name === `Expenses:${kind}`);

/** Every fixed account name, for pickers. */
export const ACCOUNT_NAMES: readonly AccountName[] = [...known.keys()] as AccountName[];
