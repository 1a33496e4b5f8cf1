import { Typography } from '@mui/material';
import { TextInput, required, useTranslate } from 'react-admin';
import { ActButton } from '../../common/act-button.js';
import { FormDialog } from '../../common/form-dialog.js';
import { Shown } from '../../common/shown.js';
import { useView } from '../../common/use-view.js';
import type { BallotDetail } from '../types.js';
import { addressesIn } from './addresses.js';
import { Panel } from './panel.js';

/** The list of those invited: addresses go in, and only their number comes out. Fixed from the opening on. */
export function InvitedPanel({ ballot: { id, state } }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const path = `ballots/${id}/invited`;
  const view = useView<{ invited: number }>(path);
  const isDraft = state === 'draft';
  return (
    <Panel
      title="desk.invited"
      intro="desk.invited_intro"
      actions={
        isDraft && (
          <>
            <FormDialog
              label="desk.invite"
              path={path}
              bodyOf={(values) => ({ addresses: addressesIn(String(values.addresses ?? '')) })}
              button={{ variant: 'outlined' }}
            >
              <TextInput
                source="addresses"
                label="desk.addresses"
                multiline
                minRows={6}
                validate={required()}
                fullWidth
                helperText="desk.addresses_help"
              />
            </FormDialog>
            <ActButton label="desk.clear_invited" confirm="desk.clear_invited_confirm" path={path} method="DELETE" variant="text" />
          </>
        )
      }
    >
      <Shown view={view}>{({ invited }) => <Typography>{t('desk.invited_count', { smart_count: invited })}</Typography>}</Shown>
    </Panel>
  );
}
