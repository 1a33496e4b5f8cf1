import { type Id, money } from '#kernel';
import { decimalOf } from '../commodity.js';
import { checkEntry, type EntryDraft, reversed } from '../journal-entry.js';
import * as post from './index.js';

const gbp = (text: string) => money(BigInt(text.replace('.', '')), 'GBP');
const at = { eventId: '0192a000-0000-7000-8000-000000000001' as Id<'event'>, on: '2016-06-01', id: 'x' };

/** An entry as the specification prints it: debits, then credits. */
function asTable({ lines }: EntryDraft): string {
  const side = (pick: 'debit' | 'credit') =>
    lines
      .filter((l) => l[pick] !== undefined)
      .map((l) => `${l.account} ${decimalOf(l[pick]!, l.commodity)}${l.commodity === 'GBP' ? '' : ` ${l.commodity}`}`)
      .join(', ');
  return `${side('debit')} / ${side('credit')}`;
}

describe('postings make the entries of the specification, section 3', () => {
  it.each<[string, EntryDraft, string]>([
    [
      'E01',
      post.pledgeCommitted({ ...at, amount: gbp('50.00') }),
      'Equity:Memo:PledgesOutstanding 50.00 PLEDGEGBP / Equity:Memo:PledgesContra 50.00 PLEDGEGBP',
    ],
    [
      'E02a gross',
      post.cardPaymentReceived({ ...at, amount: gbp('50.00') }),
      'Assets:Stripe:Balance 50.00 / Income:Pledges:Individuals 50.00',
    ],
    ['E02a fee', post.processorFeeCharged({ ...at, fee: gbp('0.95') }), 'Expenses:Fees:StripeProcessing 0.95 / Assets:Stripe:Balance 0.95'],
    [
      'E02b',
      post.pledgeReleased({ ...at, amount: gbp('50.00') }),
      'Equity:Memo:PledgesContra 50.00 PLEDGEGBP / Equity:Memo:PledgesOutstanding 50.00 PLEDGEGBP',
    ],
    [
      'F08b',
      post.paymentReturned({ ...at, amount: gbp('20.00'), fee: gbp('4.00') }),
      'Income:Pledges:Returned 20.00, Expenses:Fees:StripeFailure 4.00 / Assets:Stripe:Balance 24.00',
    ],
    [
      'F10',
      post.cardPaymentReceived({ ...at, amount: gbp('50.00'), feeCovered: gbp('1.00') }),
      'Assets:Stripe:Balance 51.00 / Income:Pledges:Individuals 50.00, Income:FeesCovered 1.00',
    ],
    ['E04b', post.refundAccepted({ ...at, amount: gbp('100.00') }), 'Income:Pledges:Refunded 100.00 / Liabilities:RefundsPending 100.00'],
    ['E04c', post.refundSettled({ ...at, amount: gbp('100.00') }), 'Liabilities:RefundsPending 100.00 / Assets:Stripe:Balance 100.00'],
    ['E06d', post.refundFailed({ ...at, amount: gbp('40.00') }), 'Assets:Stripe:Balance 40.00 / Liabilities:RefundsPending 40.00'],
    [
      'E07b',
      post.disputeOpened({ ...at, amount: gbp('60.00'), fee: gbp('20.00') }),
      'Assets:Stripe:DisputesHeld 60.00, Expenses:Fees:StripeDisputes 20.00 / Assets:Stripe:Balance 80.00',
    ],
    ['E08', post.disputeLost({ ...at, amount: gbp('60.00') }), 'Income:Pledges:ChargedBack 60.00 / Assets:Stripe:DisputesHeld 60.00'],
    [
      'E09c',
      post.disputeWon({ ...at, amount: gbp('40.00'), fee: gbp('20.00') }),
      'Assets:Stripe:Balance 60.00 / Assets:Stripe:DisputesHeld 40.00, Expenses:Fees:StripeDisputes 20.00',
    ],
    ['E10', post.payoutSent({ ...at, amount: gbp('100.00') }), 'Assets:Stripe:PayoutsInTransit 100.00 / Assets:Stripe:Balance 100.00'],
    ['E12b', post.payoutFailed({ ...at, amount: gbp('50.00') }), 'Assets:Stripe:Balance 50.00 / Assets:Stripe:PayoutsInTransit 50.00'],
    ['F07a', post.payoutSent({ ...at, amount: gbp('-30.00') }), 'Assets:Stripe:Balance 30.00 / Assets:Stripe:PayoutsInTransit 30.00'],
    ['F09a', post.reserveHeld({ ...at, amount: gbp('40.00') }), 'Assets:Stripe:Reserve 40.00 / Assets:Stripe:Balance 40.00'],
    ['F09b', post.reserveHeld({ ...at, amount: gbp('-40.00') }), 'Assets:Stripe:Balance 40.00 / Assets:Stripe:Reserve 40.00'],
    [
      'E20',
      post.processorFeeCharged({ ...at, fee: gbp('2.00'), of: 'other' }),
      'Expenses:Fees:StripeOther 2.00 / Assets:Stripe:Balance 2.00',
    ],
    [
      'E13a',
      post.bankGiftReceived({ ...at, amount: gbp('200.00'), conditional: true }),
      'Assets:Bank:Main 200.00 / Liabilities:ConditionalPledges 200.00',
    ],
    [
      'E13b',
      post.conditionalMet({ ...at, amount: gbp('200.00'), from: 'organisation' }),
      'Liabilities:ConditionalPledges 200.00 / Income:Pledges:Organisations 200.00',
    ],
    [
      'E14b',
      post.receiptIdentified({ ...at, amount: gbp('35.00') }),
      'Liabilities:UnidentifiedReceipts 35.00 / Income:Pledges:Individuals 35.00',
    ],
    [
      'E15a',
      post.sponsorInvoiced({ ...at, net: gbp('1000.00') }),
      'Assets:Receivable:Invoices 1000.00 / Liabilities:Deferred:Sponsorship 1000.00',
    ],
    [
      'E15b',
      post.sponsorPaid({ ...at, invoiced: gbp('1000.00'), received: gbp('990.00') }),
      'Assets:Bank:Main 990.00, Expenses:Fees:Bank 10.00 / Assets:Receivable:Invoices 1000.00',
    ],
    [
      'E15c',
      post.sponsorshipEarned({ ...at, amount: gbp('1000.00') }),
      'Liabilities:Deferred:Sponsorship 1000.00 / Income:Sponsorship:Cash 1000.00',
    ],
    [
      'F01',
      post.sponsorInvoiced({ ...at, net: gbp('1000.00'), vat: gbp('200.00') }),
      'Assets:Receivable:Invoices 1200.00 / Liabilities:Deferred:Sponsorship 1000.00, Liabilities:VAT:Output 200.00',
    ],
    [
      'F02',
      post.invoiceCredited({ ...at, net: gbp('1000.00'), vat: gbp('200.00') }),
      'Liabilities:Deferred:Sponsorship 1000.00, Liabilities:VAT:Output 200.00 / Assets:Receivable:Invoices 1200.00',
    ],
    [
      'F03b',
      post.sponsorPaid({ ...at, invoiced: gbp('300.00'), received: gbp('350.00') }),
      'Assets:Bank:Main 350.00 / Liabilities:Overpayments 50.00, Assets:Receivable:Invoices 300.00',
    ],
    [
      'F04a',
      post.sponsorInvoiced({ ...at, net: gbp('80.00'), for: 'pledge' }),
      'Assets:Receivable:Invoices 80.00 / Income:Pledges:Organisations 80.00',
    ],
    ['F04b', post.writtenOff({ ...at, amount: gbp('80.00') }), 'Expenses:WriteOffs 80.00 / Assets:Receivable:Invoices 80.00'],
    ['F15a', post.matchEarned({ ...at, amount: gbp('150.00') }), 'Assets:Receivable:Matching 150.00 / Income:Matching 150.00'],
    [
      'E16',
      post.inKindReceived({ ...at, amount: gbp('6000.00'), what: 'Venue' }),
      'Expenses:InKind:Venue 6000.00 / Income:InKind:Venue 6000.00',
    ],
    [
      'E17',
      post.hoursConfirmed({ ...at, hundredths: 1250n }),
      'Equity:Memo:VolunteerHours 12.50 VOLHOURS / Equity:Memo:VolunteerHoursContra 12.50 VOLHOURS',
    ],
    [
      'E18a',
      post.expenseApproved({ ...at, amount: gbp('84.60'), account: 'Expenses:Catering' }),
      'Expenses:Catering 84.60 / Liabilities:Payable:Expenses 84.60',
    ],
    ['E18b', post.expensePaid({ ...at, amount: gbp('84.60') }), 'Liabilities:Payable:Expenses 84.60 / Assets:Bank:Main 84.60'],
    [
      'F11b',
      post.floatAccounted({ ...at, receipts: { amount: gbp('80.00'), account: 'Expenses:Printing' }, returned: gbp('20.00') }),
      'Expenses:Printing 80.00, Assets:Bank:Main 20.00 / Assets:Floats:Volunteers 100.00',
    ],
    [
      'F12b',
      post.supplierInvoiced({ ...at, amount: gbp('1200.00'), account: 'Expenses:Catering', deposit: gbp('500.00') }),
      'Expenses:Catering 1200.00 / Assets:Prepaid:Suppliers 500.00, Liabilities:Payable:Suppliers 700.00',
    ],
    [
      'E19a',
      post.ticketPaymentReceived({ ...at, amount: gbp('25.00') }),
      'Assets:Stripe:Balance 25.00 / Liabilities:Deferred:Tickets 25.00',
    ],
    ['E19b', post.ticketsEarned({ ...at, amount: gbp('25.00') }), 'Liabilities:Deferred:Tickets 25.00 / Income:Tickets 25.00'],
    [
      'F16b',
      post.ticketCancelled({ ...at, refunded: gbp('20.00'), kept: gbp('5.00') }),
      'Liabilities:Deferred:Tickets 25.00 / Liabilities:RefundsPending 20.00, Income:CancellationFees 5.00',
    ],
    ['F05b', post.doorCashCounted({ ...at, short: gbp('1.00') }), 'Expenses:CashDifferences 1.00 / Assets:Cash:Door 1.00'],
    [
      'E21b',
      post.surplusCarriedOver({ ...at, amount: gbp('511.77'), from: 'WGT16', to: 'WGT17' }),
      'Equity:Surplus:WGT16 511.77 / Equity:Surplus:WGT17 511.77',
    ],
  ])('%s', (_, entry, table) => {
    expect(asTable(entry)).toBe(table);
    expect(() => checkEntry(entry)).not.toThrow();
  });
});

describe('what the books never hold (JRN-1)', () => {
  const line = (account: string, side: 'debit' | 'credit', minor: bigint, commodity = 'GBP') => ({ account, [side]: minor, commodity });
  const entry = (...lines: EntryDraft['lines'][number][]): EntryDraft => ({ ...at, text: 'x', source: { kind: 'manual', id: '1' }, lines });

  it('refuses debits that differ from credits, per commodity', () => {
    expect(() => checkEntry(entry(line('Assets:Bank:Main', 'debit', 2n), line('Equity:Opening', 'credit', 1n)))).toThrow(
      expect.objectContaining({ code: 'ENTRY_UNBALANCED' }),
    );
    expect(() => checkEntry(entry(line('Assets:Bank:Main', 'debit', 1n), line('Equity:Opening', 'credit', 1n, 'EUR')))).toThrow(
      expect.objectContaining({ code: 'ENTRY_UNBALANCED' }),
    );
  });

  it('refuses a single line, an amount of nothing and a line with both sides', () => {
    expect(() => checkEntry(entry(line('Assets:Bank:Main', 'debit', 1n)))).toThrow(expect.objectContaining({ code: 'ENTRY_UNSOUND' }));
    expect(() => checkEntry(entry(line('Assets:Bank:Main', 'debit', 0n), line('Equity:Opening', 'credit', 0n)))).toThrow(
      expect.objectContaining({ code: 'ENTRY_UNSOUND' }),
    );
    expect(() => checkEntry(entry({ ...line('Assets:Bank:Main', 'debit', 1n), credit: 1n }, line('Equity:Opening', 'credit', 1n)))).toThrow(
      expect.objectContaining({ code: 'ENTRY_UNSOUND' }),
    );
  });

  it('does not know an account that is not in the chart', () => {
    expect(() => checkEntry(entry(line('Assets:Bank:Mian', 'debit', 1n), line('Equity:Opening', 'credit', 1n)))).toThrow(
      'Assets:Bank:Mian is not an account of the chart',
    );
  });

  it('mirrors an entry so that both together are nothing', () => {
    const lines = [line('Assets:Bank:Main', 'debit', 7n), line('Equity:Opening', 'credit', 7n)];
    expect(reversed(lines)).toEqual([line('Assets:Bank:Main', 'credit', 7n), line('Equity:Opening', 'debit', 7n)]);
    expect(reversed(reversed(lines))).toEqual(lines);
  });
});
