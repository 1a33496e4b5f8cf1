import { Alert } from '@mui/material';
import { useState } from 'react';
import { NumberInput, TextInput, maxLength, minValue, required, useTranslate } from 'react-admin';
import { FormDialog } from '../../common/form-dialog.js';
import { Rows } from '../../common/rows.js';
import { Shown } from '../../common/shown.js';
import { useView } from '../../common/use-view.js';
import type { BallotDetail } from '../types.js';
import { Panel } from './panel.js';

interface Made {
  organisation: string;
  code: string;
}

/** Codes that organisations give their members; each is shown once, when it is made. */
export function MembershipCodesPanel({ ballot: { id } }: { ballot: BallotDetail }) {
  const t = useTranslate();
  const [made, setMade] = useState<Made>();
  const view = useView<{ items: { organisation: string; most: number; joined: number }[] }>(`ballots/${id}/membership-codes`);
  return (
    <Panel
      title="desk.codes"
      intro="desk.codes_intro"
      actions={
        <FormDialog
          label="desk.make_code"
          path={`ballots/${id}/membership-codes`}
          onDone={(reply) => setMade(reply as Made)}
          button={{ variant: 'outlined' }}
        >
          <TextInput source="organisation" label="fields.organisation" validate={[required(), maxLength(200)]} fullWidth />
          <NumberInput source="most" label="desk.most" min={1} validate={[required(), minValue(1)]} fullWidth />
        </FormDialog>
      }
    >
      {made && (
        <Alert severity="success" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
          {t('desk.code_made', { organisation: made.organisation, code: made.code })}
        </Alert>
      )}
      <Shown view={view}>
        {({ items }) => (
          <Rows
            rows={items.map((one) => ({ ...one, id: one.organisation }))}
            columns={[
              { name: 'organisation', show: (one) => one.organisation },
              { name: 'joined', numeric: true, show: (one) => t('desk.joined', { joined: one.joined, most: one.most }) },
            ]}
          />
        )}
      </Shown>
    </Panel>
  );
}
