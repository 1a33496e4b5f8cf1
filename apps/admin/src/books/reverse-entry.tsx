import { TextInput, maxLength, minLength, required, useTranslate } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import type { Entry } from './types.js';

/** What follows from the bank, the processor or another rule is taken back there; the API refuses it here. */
const FOLLOWS = /^(bank_match|payment|payment_returned|processor_fee|stripe_|payout|refund_|dispute_|expense_approved|pledge_|reversal)/;

/** A mistake is not erased: a mirror entry takes it back, once, and says why. */
export function ReverseEntry({ entry: { id, source, reversedBy, reverses } }: { entry: Entry }) {
  const t = useTranslate();
  if (reversedBy) return <>{t('books.reversed')}</>;
  if (reverses) return <>{t('books.reversal')}</>;
  if (FOLLOWS.test(source.kind)) return null;
  return (
    <FormDialog label="books.reverse" note="books.reverse_note" path={`books/entries/${id}/reverse`} button={{ variant: 'text' }}>
      <TextInput source="because" label="fields.reason" validate={[required(), minLength(3), maxLength(280)]} fullWidth />
    </FormDialog>
  );
}
