import { TextInput, maxLength, minLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { decimalOf } from '../common/format.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import type { BudgetLine } from './types.js';

/** Plans another amount for a need; what was planned before is kept with the reason. */
export const ChangePlan = ({ line: { id, planned } }: { line: BudgetLine }) => (
  <FormDialog
    label="budget.change"
    path={`books/budget/lines/${id}/plan`}
    initial={{ planned: decimalOf(planned) }}
    bodyOf={(values) => ({ because: values.because, planned: moneyIn(values, 'planned', planned.currency) })}
    button={{ variant: 'text' }}
  >
    <MoneyInput source="planned" label="fields.planned" validate={required()} fullWidth />
    <TextInput source="because" label="fields.reason" validate={[required(), minLength(3), maxLength(300)]} fullWidth />
  </FormDialog>
);
