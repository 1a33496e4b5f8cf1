import { SelectInput, TextInput, maxLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { CATEGORIES } from '../sponsors/types.js';
import { useEvent } from '../layout/event-context.js';

/** A need that the team decided on; needs that a vote funds come by themselves. */
export function AddBudgetLine() {
  const { currency } = useEvent();
  return (
    <FormDialog
      label="budget.add"
      note="budget.add_note"
      path="books/budget/lines"
      initial={{ account: 'Expenses:Other' }}
      bodyOf={(values) => ({ ...values, why: values.why ?? '', planned: moneyIn(values, 'planned', currency) })}
    >
      <TextInput source="name" label="fields.name" validate={[required(), maxLength(140)]} fullWidth />
      <TextInput source="why" label="fields.why" multiline validate={maxLength(1000)} fullWidth />
      <MoneyInput source="planned" label="fields.planned" validate={required()} fullWidth />
      <SelectInput
        source="account"
        label="fields.account"
        choices={CATEGORIES.map((kind) => ({ id: `Expenses:${kind}`, name: `categories.${kind}` }))}
        validate={required()}
        fullWidth
      />
    </FormDialog>
  );
}
