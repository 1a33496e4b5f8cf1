import { TextInput, maxLength, minLength, required, useBasename } from 'react-admin';
import { useNavigate } from 'react-router';
import { FormDialog } from '../common/form-dialog.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';
import type { Pledge } from './types.js';

const REFUNDABLE = ['collected', 'partly_refunded', 'refund_failed'];

/** Gives money back; above the limit it waits for a second treasurer, in the list of refunds. */
export function Refund({ pledge: { id, state, method } }: { pledge: Pledge }) {
  const { currency, roles } = useEvent();
  const navigate = useNavigate();
  const base = useBasename();
  if (!roles.includes('treasurer') || method !== 'card' || !REFUNDABLE.includes(state)) return null;
  return (
    <FormDialog
      label="pledges.refund"
      note="pledges.refund_note"
      path={`pledges/${id}/refund`}
      bodyOf={(values) => ({ amount: moneyIn(values, 'amount', currency), reason: values.reason })}
      onDone={(reply) => {
        if ((reply as { waits: boolean }).waits) void navigate(`${base}/refunds`);
      }}
      button={{ variant: 'outlined', color: 'error' }}
    >
      <MoneyInput source="amount" label="fields.amount" validate={required()} fullWidth />
      <TextInput source="reason" label="fields.reason" validate={[required(), minLength(3), maxLength(500)]} fullWidth />
    </FormDialog>
  );
}
