import { BooleanInput, TextInput, maxLength, minLength, required } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { useEvent } from '../layout/event-context.js';
import type { FoundAccount } from './types.js';

/** Stops an account, or lets it in again; whether what the person wrote stays is an explicit choice. Nobody stops their own. */
export function StopAccount({ account: { id, name, state } }: { account: FoundAccount }) {
  const { me } = useEvent();
  if (id === me.accountId) return null;
  if (state === 'suspended') return <ActButton label="accounts.unsuspend" path={`/admin/accounts/${id}/unsuspend`} />;
  return (
    <FormDialog
      label="accounts.suspend"
      note="accounts.suspend_note"
      path={`/admin/accounts/${id}/suspend`}
      initial={{ name, keepContent: true }}
      bodyOf={({ because, keepContent }) => ({ because, keepContent: keepContent === true })}
      button={{ variant: 'outlined', color: 'error' }}
    >
      <TextInput source="name" label="fields.person" readOnly fullWidth />
      <TextInput source="because" label="fields.reason" validate={[required(), minLength(10), maxLength(500)]} multiline fullWidth />
      <BooleanInput source="keepContent" label="accounts.keep_content" />
    </FormDialog>
  );
}
