import { Box } from '@mui/material';
import { BooleanInput, TextInput, maxLength, minLength, required } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import type { Expense } from './types.js';

/** One's own can be taken back, another's approved or rejected; nobody decides on their own. */
export function DecideExpense({ expense: { id, state, because }, mine, decides }: { expense: Expense; mine: boolean; decides: boolean }) {
  if (state !== 'submitted') return <>{because}</>;
  if (mine) return <ActButton label="expenses.withdraw" path={`books/expenses/${id}/withdraw`} variant="text" />;
  if (!decides) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      <FormDialog
        label="expenses.approve"
        note="expenses.approve_note"
        path={`books/expenses/${id}/approve`}
        bodyOf={(values) => ({ because: values.because || undefined, notADuplicate: values.notADuplicate === true || undefined })}
        button={{ variant: 'outlined' }}
      >
        <TextInput source="because" label="expenses.over_budget" validate={maxLength(300)} fullWidth />
        <BooleanInput source="notADuplicate" label="expenses.not_a_duplicate" />
      </FormDialog>
      <FormDialog label="expenses.reject" path={`books/expenses/${id}/reject`} button={{ variant: 'text', color: 'error' }}>
        <TextInput source="because" label="fields.reason" validate={[required(), minLength(3), maxLength(300)]} fullWidth />
      </FormDialog>
    </Box>
  );
}
