import { Box, Typography } from '@mui/material';
import { TextInput, maxLength, required, useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput } from '../common/inputs.js';
import { useHolds } from '../common/use-holds.js';
import type { Deal } from './types.js';

/** The steps the API offers for a deal; ending one needs a reason, an invoice says when it is due and is a treasurer's. */
export function MoveDeal({ deal: { id, next } }: { deal: Deal }) {
  const t = useTranslate();
  const keepsBooks = useHolds('treasurer');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 1 }}>
      {next
        .filter((to) => to !== 'paid' && (keepsBooks || to !== 'invoiced'))
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
            <ActButton
              key={to}
              label={`deals.moves.${to}`}
              path={`deals/${id}/move`}
              body={{ to }}
              variant={i === 0 ? 'outlined' : 'text'}
            />
          ),
        )}
      {next.includes('invoiced') && !keepsBooks && (
        <Typography variant="body2" color="textSecondary" sx={{ flexBasis: '100%' }}>
          {t('deals.treasurer_next')}
        </Typography>
      )}
    </Box>
  );
}
