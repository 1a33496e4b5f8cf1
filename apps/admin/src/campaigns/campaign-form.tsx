import { BooleanInput, SelectInput, TextInput, maxLength, minLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { MoneyInput, WhenInput, instantIn, moneyIn } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';

interface Props {
  label: string;
  path: string;
  /** The state of the campaign that is changed; without it, a new one is drafted. */
  of?: string;
  initial?: Record<string, unknown>;
}

/** What a campaign asks for, until when, and how. Once it is approved only its words change, its goal downwards, and the limits it has. */
export function CampaignForm({ label, path, of, initial }: Props) {
  const { currency, timeZone } = useEvent();
  const isDraft = of === undefined || of === 'draft';
  // Once people pledge, a limit that was not there from the beginning cannot be set any more.
  const isOpen = of === 'live';
  const hasTarget = !isOpen || Boolean(initial?.target);
  const hasCap = !isOpen || Boolean(initial?.backerCap);
  const bodyOf = (values: Record<string, unknown>) => ({
    title: values.title,
    story: values.story ?? '',
    bankDetails: values.bankDetails ?? '',
    goal: moneyIn(values, 'goal', currency),
    ...(hasTarget ? { target: moneyIn(values, 'target', currency) ?? null } : {}),
    ...(hasCap ? { backerCap: moneyIn(values, 'backerCap', currency) ?? null } : {}),
    ...(isDraft
      ? {
          mode: values.mode,
          opensAt: instantIn(values, 'opensAt', timeZone),
          deadline: String(values.deadline ?? '').slice(0, 16),
          holdsAtTheEnd: values.holdsAtTheEnd === true,
        }
      : {}),
  });
  return (
    <FormDialog
      label={label}
      note="campaigns.form_note"
      path={path}
      act={{ method: of ? 'PATCH' : undefined }}
      initial={initial ?? { mode: 'all_or_nothing', holdsAtTheEnd: true }}
      bodyOf={bodyOf}
      button={{ variant: of ? 'outlined' : 'contained' }}
    >
      <TextInput source="title" label="fields.title" validate={[required(), minLength(3), maxLength(120)]} fullWidth />
      <TextInput source="story" label="fields.story" multiline minRows={4} validate={maxLength(20_000)} fullWidth />
      <MoneyInput source="goal" label="fields.goal" validate={required()} fullWidth />
      {hasTarget && <MoneyInput source="target" label="fields.target" helperText="campaigns.target_help" fullWidth />}
      {hasCap && <MoneyInput source="backerCap" label="fields.backerCap" helperText="campaigns.cap_help" fullWidth />}
      {isDraft && (
        <SelectInput
          source="mode"
          label="fields.mode"
          choices={['all_or_nothing', 'keep'].map((id) => ({ id, name: `modes.${id}` }))}
          validate={required()}
          fullWidth
        />
      )}
      {isDraft && <WhenInput source="opensAt" label="fields.opensAt" helperText="campaigns.opens_help" fullWidth />}
      {isDraft && <WhenInput source="deadline" label="fields.deadline" validate={required()} fullWidth />}
      <TextInput
        source="bankDetails"
        label="fields.bankDetails"
        multiline
        validate={maxLength(500)}
        fullWidth
        helperText="campaigns.bank_help"
      />
      {isDraft && <BooleanInput source="holdsAtTheEnd" label="campaigns.holds" />}
    </FormDialog>
  );
}
