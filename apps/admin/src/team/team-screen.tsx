import { Chip, Paper, Stack } from '@mui/material';
import { SelectInput, TextInput, email, required, useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { Empty } from '../common/empty.js';
import { FormDialog } from '../common/form-dialog.js';
import { When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Rows, type Column } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { useHolds } from '../common/use-holds.js';
import { ROLES } from '../providers/me.js';
import { OpenInvitations } from './open-invitations.js';

interface Member {
  accountId: string;
  name: string;
  email: string;
  role: string;
  grantedAt: string;
}

/** Invites a person to take up a role; the mailed link works once. */
function Invite() {
  const t = useTranslate();
  return (
    <FormDialog label="team.invite" note="team.invite_note" path="invitations" act={{ done: 'team.invited' }}>
      <TextInput source="email" type="email" label="fields.email" validate={[required(), email()]} fullWidth />
      <SelectInput
        source="role"
        label="fields.role"
        choices={ROLES.map((id) => ({ id, name: t(`roles.${id}`) }))}
        translateChoice={false}
        validate={required()}
        fullWidth
      />
    </FormDialog>
  );
}

/** Who does what in this event. */
export function TeamScreen() {
  const t = useTranslate();
  const team = useView<{ items: Member[] }>('team');
  const appoints = useHolds('owner');
  const columns: Column<Member>[] = [
    { name: 'name', show: (row) => row.name },
    { name: 'role', show: (row) => <Chip size="small" variant="outlined" label={t(`roles.${row.role}`)} /> },
    { name: 'email', show: (row) => row.email },
    { name: 'since', show: (row) => <When at={row.grantedAt} /> },
    ...(appoints
      ? [
          {
            name: 'actions',
            show: (row: Member) => (
              <ActButton
                label="team.revoke"
                confirm="team.revoke_confirm"
                path={`team/${row.accountId}/${row.role}`}
                method="DELETE"
                color="error"
                variant="text"
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Page title="team.title" intro="team.intro" actions={appoints && <Invite />}>
      <Shown view={team}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text="team.empty" />
          ) : (
            <Stack component={Paper} sx={{ overflowX: 'auto' }}>
              <Rows rows={items.map((row) => ({ ...row, id: `${row.accountId}/${row.role}` }))} columns={columns} />
            </Stack>
          )
        }
      </Shown>
      {appoints && <OpenInvitations />}
    </Page>
  );
}
