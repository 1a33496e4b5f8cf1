import { BooleanInput, SelectInput, TextInput, maxLength, minLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { MoneyInput, WhenInput, instantIn, moneyIn } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';

interface Props {
  label: string;
  path: string;
  method?: 'POST' | 'PATCH';
  initial?: Record<string, unknown>;
}

/** What a campaign asks for, until when, and how. Once it is submitted mode and deadline stay. */
export function CampaignForm({ label, path, method, initial }: Props) {
  const { currency, timeZone } = useEvent();
  return (
    <FormDialog
      label={label}
      note="campaigns.form_note"
      path={path}
      act={{ method }}
      initial={initial ?? { mode: 'all_or_nothing', holdsAtTheEnd: true }}
      bodyOf={(values) => ({
        title: values.title,
        story: values.story ?? '',
        mode: values.mode,
        goal: moneyIn(values, 'goal', currency),
        opensAt: instantIn(values, 'opensAt', timeZone),
        deadline: String(values.deadline ?? '').slice(0, 16),
        holdsAtTheEnd: values.holdsAtTheEnd === true,
        bankDetails: values.bankDetails ?? '',
      })}
      button={{ variant: initial ? 'outlined' : 'contained' }}
    >
      <TextInput source="title" label="fields.title" validate={[required(), minLength(3), maxLength(150)]} fullWidth />
      <TextInput source="story" label="fields.story" multiline minRows={4} validate={maxLength(10_000)} fullWidth />
      <SelectInput
        source="mode"
        label="fields.mode"
        choices={['all_or_nothing', 'keep'].map((id) => ({ id, name: `modes.${id}` }))}
        validate={required()}
        fullWidth
      />
      <MoneyInput source="goal" label="fields.goal" validate={required()} fullWidth />
      <WhenInput source="opensAt" label="fields.opensAt" validate={required()} fullWidth />
      <WhenInput source="deadline" label="fields.deadline" validate={required()} fullWidth />
      <TextInput
        source="bankDetails"
        label="fields.bankDetails"
        multiline
        validate={maxLength(500)}
        fullWidth
        helperText="campaigns.bank_help"
      />
      <BooleanInput source="holdsAtTheEnd" label="campaigns.holds" />
    </FormDialog>
  );
}
