import { SelectInput, TextInput, maxLength, minLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { useView } from '../common/use-view.js';
import type { Budget } from '../books/types.js';
import { AccountInput } from '../books/account-input.js';
import type { BankLine } from './types.js';

const NOT_BY_HAND = /^(Assets:Bank:Main|Assets:Stripe:Balance|Equity:Memo:)/;

/** Books a line that nobody expected on an account, such as the bank's own fee. */
export function PostLine({ line, onDone }: { line: BankLine; onDone: () => void }) {
  const budget = useView<Budget>('books/budget');
  const needs = (budget.data?.items ?? []).map(({ id, name }) => ({ id, name }));
  return (
    <FormDialog
      label="reconcile.post"
      note="reconcile.post_note"
      path={`books/lines/${line.id}/post`}
      initial={{ text: line.text.slice(0, 300) }}
      bodyOf={({ account, text, budgetLineId }) => ({ account, text, budgetLineId: budgetLineId || undefined })}
      onDone={onDone}
      button={{ variant: 'outlined' }}
    >
      <AccountInput source="account" but={NOT_BY_HAND} validate={required()} fullWidth />
      <SelectInput source="budgetLineId" label="fields.budgetLine" choices={needs} translateChoice={false} fullWidth />
      <TextInput
        source="text"
        label="fields.text"
        validate={[required(), minLength(3), maxLength(300)]}
        fullWidth
        helperText="expenses.no_names"
      />
    </FormDialog>
  );
}
