import { Typography } from '@mui/material';
import { TextInput, email, required, useTranslate } from 'react-admin';
import { FormDialog } from '../../common/form-dialog.js';
import { Shown } from '../../common/shown.js';
import { useView } from '../../common/use-view.js';
import { useHolds } from '../../common/use-holds.js';
import type { BallotDetail } from '../types.js';
import { Panel } from './panel.js';

/** Where only totals are published, two named people may recount. */
export function AuditorsPanel({ ballot: { id } }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const owns = useHolds('owner');
  const path = `ballots/${id}/auditors`;
  const view = useView<{ names: string[] }>(path);
  return (
    <Panel
      title="desk.auditors"
      intro="desk.auditors_intro"
      actions={
        owns && (
          <FormDialog
            label="desk.name_auditors"
            path={path}
            act={{ method: 'PUT' }}
            bodyOf={({ first, second }) => ({ emails: [first, second] })}
            button={{ variant: 'outlined' }}
          >
            <TextInput source="first" type="email" label="desk.first_auditor" validate={[required(), email()]} fullWidth />
            <TextInput source="second" type="email" label="desk.second_auditor" validate={[required(), email()]} fullWidth />
          </FormDialog>
        )
      }
    >
      <Shown view={view}>{({ names }) => <Typography>{names.join(', ') || t('desk.no_auditors')}</Typography>}</Shown>
    </Panel>
  );
}
