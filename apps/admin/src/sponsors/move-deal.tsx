import { Box } from '@mui/material';
import { TextInput, maxLength, required } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput } from '../common/inputs.js';
import type { Deal } from './types.js';

/** The steps the API offers for a deal; ending one needs a reason, an invoice says when it is due. */
export const MoveDeal = ({ deal: { id, next } }: { deal: Deal }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 1 }}>
    {next
      .filter((to) => to !== 'paid')
      .map((to, i) =>
        to === 'lost' || to === 'withdrawn' ? (
          <FormDialog
            key={to}
            label={`deals.moves.${to}`}
            path={`deals/${id}/move`}
            bodyOf={({ reason }) => ({ to, reason })}
            button={{ variant: 'text', color: 'error' }}
          >
            <TextInput source="reason" label="fields.reason" validate={[required(), maxLength(500)]} multiline fullWidth />
          </FormDialog>
        ) : to === 'invoiced' ? (
          <FormDialog
            key={to}
            label="deals.moves.invoiced"
            note="deals.invoice_note"
            path={`deals/${id}/move`}
            bodyOf={({ dueOn, purchaseOrder }) => ({ to, dueOn: dueOn || undefined, purchaseOrder: purchaseOrder || undefined })}
            button={{ variant: 'outlined' }}
          >
            <DayInput source="dueOn" label="fields.dueOn" fullWidth />
            <TextInput source="purchaseOrder" label="fields.purchaseOrder" validate={maxLength(60)} fullWidth />
          </FormDialog>
        ) : (
          <ActButton key={to} label={`deals.moves.${to}`} path={`deals/${id}/move`} body={{ to }} variant={i === 0 ? 'outlined' : 'text'} />
        ),
      )}
  </Box>
);
