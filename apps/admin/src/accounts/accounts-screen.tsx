import { Alert, Paper, Stack } from '@mui/material';
import { BooleanInput, TextInput, maxLength, minLength, regex, required, useTranslate } from 'react-admin';
import { useState } from 'react';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { Page } from '../common/page.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Stops an account, or lets it in again; whether what the person wrote stays is an explicit choice. */
export function AccountsScreen() {
  const t = useTranslate();
  const [stopped, setStopped] = useState<string>();
  return (
    <Page title="accounts.title" intro="accounts.intro">
      <Stack component={Paper} spacing={2} sx={{ p: 2, alignItems: 'start' }}>
        <Suspend onDone={setStopped} />
        {stopped && (
          <Alert
            severity="success"
            action={
              <ActButton label="accounts.unsuspend" path={`/admin/accounts/${stopped}/unsuspend`} onDone={() => setStopped(undefined)} />
            }
          >
            {t('accounts.suspended')}
          </Alert>
        )}
        <Unsuspend />
      </Stack>
    </Page>
  );
}

const idRules = [required(), regex(UUID, 'accounts.not_an_id')];

function Suspend({ onDone }: { onDone: (id: string) => void }) {
  const [id, setId] = useState('');
  return (
    <FormDialog
      label="accounts.suspend"
      note="accounts.suspend_note"
      path={`/admin/accounts/${id}/suspend`}
      initial={{ keepContent: true }}
      bodyOf={({ because, keepContent }) => ({ because, keepContent: keepContent === true })}
      onDone={() => onDone(id)}
      button={{ variant: 'contained', color: 'error' }}
    >
      <TextInput
        source="accountId"
        label="fields.accountId"
        validate={idRules}
        onChange={(event: { target: { value: string } }) => setId(event.target.value.trim())}
        fullWidth
        helperText="accounts.where_id"
      />
      <TextInput source="because" label="fields.reason" validate={[required(), minLength(10), maxLength(500)]} multiline fullWidth />
      <BooleanInput source="keepContent" label="accounts.keep_content" />
    </FormDialog>
  );
}

function Unsuspend() {
  const [id, setId] = useState('');
  return (
    <FormDialog
      label="accounts.unsuspend"
      path={`/admin/accounts/${id}/unsuspend`}
      bodyOf={() => undefined}
      button={{ variant: 'outlined' }}
    >
      <TextInput
        source="accountId"
        label="fields.accountId"
        validate={idRules}
        onChange={(event: { target: { value: string } }) => setId(event.target.value.trim())}
        fullWidth
      />
    </FormDialog>
  );
}
