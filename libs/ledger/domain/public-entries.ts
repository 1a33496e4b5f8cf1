import { account } from './chart-of-accounts.js';

/**
 * Accounts whose single entries could tell what one giver gave or one volunteer did, also of those who hide it (PLG-2, HRS-2): the gift
 * itself, what is owed back, and the fee, from which the gift can be worked out. The public sees their sums, never their entries.
 */
export const TELLS_OF_ONE_PERSON: readonly string[] = [
  'Income:Pledges:Individuals',
  'Income:Pledges:Organisations',
  'Income:Pledges:Refunded',
  'Income:Pledges:Returned',
  'Income:Pledges:ChargedBack',
  'Income:FeesCovered',
  'Income:Tickets',
  'Income:CancellationFees',
  'Liabilities:ConditionalPledges',
  'Liabilities:RefundsPending',
  'Liabilities:UnidentifiedReceipts',
  'Liabilities:Overpayments',
  'Liabilities:Deferred:Tickets',
  'Assets:Stripe:DisputesHeld',
  'Expenses:Fees:StripeProcessing',
  'Expenses:Fees:StripeDisputes',
  'Expenses:Fees:StripeFailure',
  'Equity:Memo:PledgesOutstanding',
  'Equity:Memo:VolunteerHours',
].map(account);
