import { Box } from '@mui/material';
import { SelectInput, TextInput, maxLength, required } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import type { Benefit } from './types.js';

const EVIDENCE = ['url', 'file', 'photo', 'count'];

/** A promise on its way: a delivery is shown by evidence, giving up by a reason, and another person confirms it. */
export const MoveBenefit = ({ dealId, benefit: { id, next } }: { dealId: string; benefit: Benefit }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
    {next.map((to) => {
      const path = `deals/${dealId}/benefits/${id}/move`;
      const label = `benefits.moves.${to}`;
      if (to === 'confirmed') return <ActButton key={to} label={label} path={`deals/${dealId}/benefits/${id}/confirm`} />;
      if (to === 'delivered' || to === 'made_good')
        return (
          <FormDialog
            key={to}
            label={label}
            path={path}
            bodyOf={({ kind, text }) => ({ to, evidence: { kind, text } })}
            button={{ variant: 'outlined' }}
          >
            <SelectInput
              source="kind"
              label="fields.evidence"
              choices={EVIDENCE.map((kind) => ({ id: kind, name: `evidence.${kind}` }))}
              validate={required()}
              fullWidth
            />
            <TextInput source="text" label="fields.text" validate={[required(), maxLength(500)]} fullWidth />
          </FormDialog>
        );
      if (to === 'waived' || to === 'at_risk')
        return (
          <FormDialog key={to} label={label} path={path} bodyOf={({ reason }) => ({ to, reason })} button={{ variant: 'text' }}>
            <TextInput source="reason" label="fields.reason" validate={[required(), maxLength(500)]} fullWidth />
          </FormDialog>
        );
      return <ActButton key={to} label={label} path={path} body={{ to }} variant="text" />;
    })}
  </Box>
);
