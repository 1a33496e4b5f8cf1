import { ArrayInput, SimpleFormIterator, TextInput, maxLength, minLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput, MoneyInput, moneyIn } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';
import { AccountInput } from './account-input.js';

type Typed = Record<string, unknown>;

/** An entry made by hand, for what no other screen posts; the API refuses it unless debits equal credits. */
export function PostEntry() {
  const { currency } = useEvent();
  const lineOf = (line: Typed) => ({
    account: line.account,
    debit: moneyIn(line, 'debit', currency)?.amount ?? 0,
    credit: moneyIn(line, 'credit', currency)?.amount ?? 0,
  });
  return (
    <FormDialog
      label="books.post"
      note="books.post_note"
      path="books/entries"
      initial={{ lines: [{}, {}] }}
      bodyOf={({ on, text, lines }) => ({ on, text, lines: (lines as Typed[]).map(lineOf) })}
    >
      <DayInput source="on" label="fields.on" validate={required()} fullWidth />
      <TextInput
        source="text"
        label="fields.text"
        validate={[required(), minLength(3), maxLength(300)]}
        fullWidth
        helperText="books.post_text"
      />
      <ArrayInput source="lines" label="fields.lines">
        <SimpleFormIterator disableReordering getItemLabel={(i) => `${i + 1}`}>
          <AccountInput source="account" validate={required()} fullWidth helperText={false} />
          <MoneyInput source="debit" label="fields.debit" helperText={false} />
          <MoneyInput source="credit" label="fields.credit" helperText={false} />
        </SimpleFormIterator>
      </ArrayInput>
    </FormDialog>
  );
}
