import { Box } from '@mui/material';
import { SelectInput, TextInput, maxLength, required } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { DayInput, MoneyInput, moneyIn } from '../common/inputs.js';
import { useHolds } from '../common/use-holds.js';
import { useEvent } from '../layout/event-context.js';
import { VALUE_BASES, type Gift } from './types.js';

/** Steps that put a value on it or into the books. */
const OF_BOOKS = ['valued', 'recognised'];

const VERBS: Record<string, string> = { accepted: 'accept', scheduled: 'schedule', recognised: 'recognise' };

/** The next steps of a gift: a value with its basis, a second person's yes, the day it came, its entry in the books. */
export function MoveGift({ gift: { id, next, needsSecond } }: { gift: Gift }) {
  const { currency } = useEvent();
  const keepsBooks = useHolds('owner', 'treasurer');
  const base = `in-kind-gifts/${id}`;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {next
        .filter((to) => keepsBooks || !OF_BOOKS.includes(to))
        .map((to) => {
          const label = `gifts.moves.${to}`;
          if (to === 'valued')
            return (
              <FormDialog
                key={to}
                label={label}
                path={`${base}/value`}
                bodyOf={(values) => ({ ...values, value: moneyIn(values, 'value', currency) })}
                button={{ variant: 'outlined' }}
              >
                <MoneyInput source="value" label="fields.value" validate={required()} fullWidth />
                <SelectInput
                  source="basisKind"
                  label="fields.basisKind"
                  choices={VALUE_BASES.map((kind) => ({ id: kind, name: `bases.${kind}` }))}
                  validate={required()}
                  fullWidth
                />
                <TextInput source="basis" label="fields.basis" validate={[required(), maxLength(500)]} multiline fullWidth />
              </FormDialog>
            );
          if (to === 'received')
            return (
              <FormDialog key={to} label={label} path={`${base}/receive`} button={{ variant: 'outlined' }}>
                <DayInput source="receivedOn" label="fields.receivedOn" validate={required()} fullWidth />
              </FormDialog>
            );
          if (to === 'declined')
            return (
              <FormDialog key={to} label={label} path={`${base}/decline`} button={{ variant: 'text', color: 'error' }}>
                <TextInput source="reason" label="fields.reason" validate={[required(), maxLength(500)]} fullWidth />
              </FormDialog>
            );
          return (
            <ActButton
              key={to}
              label={label}
              path={`${base}/${VERBS[to] ?? to}`}
              confirm={to === 'accepted' && needsSecond ? 'gifts.second' : undefined}
            />
          );
        })}
    </Box>
  );
}
