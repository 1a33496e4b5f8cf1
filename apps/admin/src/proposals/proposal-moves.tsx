import { SelectInput, TextInput, maxLength, required } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { ReasonInput } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';
import { movesFrom } from './moves.js';
import type { ProposalDetail } from './types.js';

const WITHDRAWALS = ['duplicate', 'under_way', 'not_feasible', 'done', 'other'];

/** The steps that are open to a proposal from where it stands; costs are approved by someone other than who estimated them. */
export function ProposalMoves({ proposal: { id, state, mine } }: { proposal: ProposalDetail }) {
  const { roles } = useEvent();
  return (
    <>
      {movesFrom(state, { roles, mine }).map(({ name, form }, i) => {
        const label = `proposals.moves.${name}`;
        const path = `proposals/${id}/${name}`;
        if (form === 'reason')
          return (
            <FormDialog key={name} label={label} note="proposals.reject_note" path={path} button={{ variant: 'text', color: 'error' }}>
              <ReasonInput />
            </FormDialog>
          );
        if (form === 'withdraw')
          return (
            <FormDialog key={name} label={label} path={path} button={{ variant: 'text', color: 'error' }}>
              <SelectInput
                source="reason"
                label="fields.reason"
                choices={WITHDRAWALS.map((reason) => ({ id: reason, name: `withdrawals.${reason}` }))}
                validate={required()}
                fullWidth
              />
              <TextInput source="note" label="fields.note" multiline minRows={2} validate={maxLength(500)} fullWidth />
            </FormDialog>
          );
        return <ActButton key={name} label={label} path={path} variant={i === 0 ? 'contained' : 'outlined'} />;
      })}
    </>
  );
}
