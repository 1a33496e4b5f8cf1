import type { Money } from '#kernel';
import type { EntryDraft } from '../journal-entry.js';
import { type Occasion, credit, debit, entryFor } from './posting.js';

type Movement = Occasion & { amount: Money };
type Giver = { from?: 'individual' | 'organisation' };

const income = (from: 'individual' | 'organisation'): string =>
  from === 'individual' ? 'Income:Pledges:Individuals' : 'Income:Pledges:Organisations';

/** What a transferred pledge is until its campaign has succeeded: a debt. The counter account of what is expected (E13a). */
export const CONDITIONAL_PLEDGES = 'Liabilities:ConditionalPledges';

/** A gift that reached the bank: conditional (E13a) or unconditional. For gifts known without a statement; else a match posts it. `id` = pledge. */
export const bankGiftReceived = ({
  amount,
  conditional,
  from = 'individual',
  ...occasion
}: Movement & Giver & { conditional: boolean }): EntryDraft =>
  entryFor(occasion, 'bank_gift', 'Gift by bank transfer', [
    debit('Assets:Bank:Main', amount),
    credit(conditional ? CONDITIONAL_PLEDGES : income(from), amount),
  ]);

/** E13b: the campaign succeeded, the money is ours to spend. `id` = pledge. */
export const conditionalMet = ({ amount, from = 'individual', ...occasion }: Movement & Giver): EntryDraft =>
  entryFor(occasion, 'condition_met', 'Condition of a pledge met', [debit(CONDITIONAL_PLEDGES, amount), credit(income(from), amount)]);

/** E14b: a receipt nobody recognised turned out to be a pledge. `id` = pledge. */
export const receiptIdentified = ({ amount, from = 'individual', ...occasion }: Movement & Giver): EntryDraft =>
  entryFor(occasion, 'receipt_identified', 'Unidentified receipt recognised as a pledge', [
    debit('Liabilities:UnidentifiedReceipts', amount),
    credit(income(from), amount),
  ]);

/** F15a: a matching gift was earned. `id` = match. Its bank line is matched against `Assets:Receivable:Matching`. */
export const matchEarned = ({ amount, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'match_earned', 'Matching gift earned', [
    debit('Assets:Receivable:Matching', amount),
    credit('Income:Matching', amount),
  ]);
