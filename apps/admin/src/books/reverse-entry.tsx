import { TextInput, maxLength, minLength, required, useTranslate } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import type { Entry } from './types.js';

/** A mistake is not erased: a mirror entry takes it back, once, and says why. */
export function ReverseEntry({ entry: { id, reversedBy, reverses } }: { entry: Entry }) {
  const t = useTranslate();
  if (reversedBy) return <>{t('books.reversed')}</>;
  if (reverses) return <>{t('books.reversal')}</>;
  return (
    <FormDialog label="books.reverse" note="books.reverse_note" path={`books/entries/${id}/reverse`} button={{ variant: 'text' }}>
      <TextInput source="because" label="fields.reason" validate={[required(), minLength(3), maxLength(280)]} fullWidth />
    </FormDialog>
  );
}
