import { FileField, FileInput, SelectInput, TextInput, maxLength, minLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput, MoneyInput, moneyIn } from '../common/inputs.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import type { Budget } from '../books/types.js';
import { sha256 } from './sha256.js';

/** Hands in what one laid out; the receipt stays with the person, its fingerprint makes sure that it is paid once. */
export function SubmitExpense() {
  const { currency } = useEvent();
  const budget = useView<Budget>('books/budget');
  const choices = (budget.data?.items ?? []).map(({ id, name }) => ({ id, name }));
  return (
    <FormDialog
      label="expenses.submit"
      note="expenses.submit_note"
      path="books/expenses"
      bodyOf={async ({ receipt, ...values }) => ({
        ...values,
        amount: moneyIn(values, 'amount', currency),
        receiptSha256: await sha256((receipt as { rawFile?: File } | undefined)?.rawFile),
      })}
    >
      <TextInput
        source="text"
        label="fields.label"
        validate={[required(), minLength(3), maxLength(200)]}
        fullWidth
        helperText="expenses.no_names"
      />
      <MoneyInput source="amount" label="fields.amount" validate={required()} fullWidth />
      <DayInput source="spentOn" label="fields.spentOn" validate={required()} fullWidth />
      <SelectInput
        source="budgetLineId"
        label="fields.budgetLine"
        choices={choices}
        translateChoice={false}
        validate={required()}
        fullWidth
      />
      <FileInput source="receipt" label="fields.receipt" maxSize={20_000_000}>
        <FileField source="src" title="title" />
      </FileInput>
    </FormDialog>
  );
}
