import type { Balance } from './balance.js';

export interface Figure {
  minor: bigint;
  /** The accounts behind it: they add up to it. */
  lines: { account: string; minor: bigint }[];
}

/** What anyone may see of the books (PUB-1), in minor units of the book's currency. */
export interface OpenBooks {
  raised: Figure;
  fees: Figure;
  /** Paid for the gathering; gifts in kind apart. */
  spent: Figure;
  /** Approved and owed. */
  committed: Figure;
  left: bigint;
  inKind: Figure;
  /** Promised and not collected yet. */
  promised: bigint;
  /** Money at hand: bank, cash, processor and on its way. */
  atHand: Figure;
  /** Money held for others. */
  heldForOthers: Figure;
  /** Hundredths of an hour. */
  hours: bigint;
  /** Receipts and movements that nobody has recognised, from the books alone. */
  suspense: bigint;
}

const HELD = /^Liabilities:(RefundsPending|ConditionalPledges|Deferred:Tickets|Overpayments)$/;
const AT_HAND = /^Assets:(Bank|Cash|Stripe):/;
const SUSPENSE = /^(Liabilities:UnidentifiedReceipts|Assets:Stripe:Suspense)$/;

/** Adds up the public figures from balances. Income less its contra accounts; every figure opens to its accounts. */
export function openBooks(balances: readonly Balance[], currency: string): OpenBooks {
  const money = balances.filter((b) => b.commodity === currency);
  const sum = (of: RegExp, not: RegExp | undefined, sign: 1n | -1n): Figure => {
    const lines = money
      .filter((b) => of.test(b.account) && !not?.test(b.account))
      .map((b) => ({ account: b.account as string, minor: sign * (b.debit_minor - b.credit_minor) }))
      .filter((l) => l.minor !== 0n);
    return { minor: lines.reduce((total, l) => total + l.minor, 0n), lines };
  };
  const memo = (account: string, commodity: string): bigint =>
    balances
      .filter((b) => b.account === account && b.commodity === commodity)
      .reduce((total, b) => total + b.debit_minor - b.credit_minor, 0n);
  const raised = sum(/^Income:/, /^Income:InKind:/, -1n);
  const fees = sum(/^Expenses:Fees:/, undefined, 1n);
  const committed = sum(/^Liabilities:Payable:/, undefined, -1n);
  const booked = sum(/^Expenses:/, /^Expenses:(InKind|Fees):/, 1n);
  const spent: Figure = {
    minor: booked.minor - committed.minor,
    lines:
      committed.minor === 0n ? booked.lines : [...booked.lines, ...committed.lines.map((l) => ({ account: l.account, minor: -l.minor }))],
  };
  return {
    raised,
    fees,
    spent,
    committed,
    left: raised.minor - fees.minor - spent.minor - committed.minor,
    inKind: sum(/^Expenses:InKind:/, undefined, 1n),
    promised: memo('Equity:Memo:PledgesOutstanding', `PLEDGE${currency}`),
    atHand: sum(AT_HAND, SUSPENSE, 1n),
    heldForOthers: sum(HELD, undefined, -1n),
    hours: memo('Equity:Memo:VolunteerHours', 'VOLHOURS'),
    suspense: sum(SUSPENSE, undefined, -1n).lines.reduce((total, l) => total + (l.minor < 0n ? -l.minor : l.minor), 0n),
  };
}
