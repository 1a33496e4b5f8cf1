import { FormDialog } from '../common/form-dialog.js';
import { useEvent } from '../layout/event-context.js';
import { benefitInputs, benefitOf } from './benefit-inputs.js';

/** One promise more than the package has. */
export function AddBenefit({ dealId }: { dealId: string }) {
  const { currency } = useEvent();
  return (
    <FormDialog
      label="deals.promise"
      path={`deals/${dealId}/benefits`}
      bodyOf={(values) => benefitOf(values, currency)}
      button={{ variant: 'outlined' }}
    >
      {benefitInputs}
    </FormDialog>
  );
}
