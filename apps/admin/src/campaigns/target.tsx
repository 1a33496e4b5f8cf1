import { Alert, Box } from '@mui/material';
import { required, useTranslate } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { decimalOf } from '../common/format.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { useMoneyText } from '../common/money.js';
import { useEvent } from '../layout/event-context.js';
import type { Campaign } from './types.js';

/** How much room a live campaign has below its target; when it is full, what raising the target would do. */
export function Target({ campaign, changes }: { campaign: Campaign; changes: boolean }) {
  const t = useTranslate();
  const text = useMoneyText();
  const { currency } = useEvent();
  const { target, left } = campaign.progress;
  if (campaign.state !== 'live' || !target || !left) return null;
  const isFull = left.amount === 0;
  return (
    <Alert
      severity={isFull ? 'warning' : 'info'}
      action={
        changes && (
          <FormDialog
            label="campaigns.raise"
            note="campaigns.raise_note"
            path={`campaigns/${campaign.id}`}
            act={{ method: 'PATCH' }}
            initial={{ target: decimalOf(target) }}
            bodyOf={(values) => ({ target: moneyIn(values, 'target', currency) })}
            button={{ variant: isFull ? 'contained' : 'text' }}
          >
            <MoneyInput source="target" label="fields.target" validate={required()} fullWidth />
          </FormDialog>
        )
      }
    >
      <Box component="span">{t(isFull ? 'campaigns.full' : 'campaigns.room', { target: text(target), left: text(left) })}</Box>
    </Alert>
  );
}
