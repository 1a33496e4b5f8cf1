import {
  BooleanInput,
  CheckboxGroupInput,
  NumberInput,
  SelectInput,
  TextInput,
  maxLength,
  minLength,
  required,
  useCreatePath,
} from 'react-admin';
import { useNavigate } from 'react-router';
import { FormDialog } from '../common/form-dialog.js';
import { formatMoney, type Amount } from '../common/format.js';
import { MoneyInput, WhenInput, instantIn, moneyIn } from '../common/inputs.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { RULES, TIE_RULES } from './types.js';

interface Shortlisted {
  id: string;
  title: string;
  cost: Amount | null;
}

const named = (group: string, ids: readonly string[]) => ids.map((id) => ({ id, name: `${group}.${id}` }));

/** The proposals people may choose among: those on the shortlist. */
function Options() {
  const shortlist = useView<{ items: Shortlisted[] }>('proposals', { state: 'shortlisted', limit: 100 });
  const choices = (shortlist.data?.items ?? []).map(({ id, title, cost }) => ({
    id,
    name: cost ? `${title} · ${formatMoney(cost, 'en')}` : title,
  }));
  return (
    <CheckboxGroupInput
      source="proposalIds"
      label="ballots.options"
      choices={choices}
      row={false}
      translateChoice={false}
      validate={required()}
      helperText={choices.length ? undefined : 'ballots.no_shortlist'}
    />
  );
}

/** Prepares a vote as a draft: everything may still change until it is opened, nothing afterwards. */
export function NewBallot() {
  const { currency, timeZone } = useEvent();
  const navigate = useNavigate();
  const path = useCreatePath();
  return (
    <FormDialog
      label="ballots.create"
      note="ballots.create_note"
      path="ballots"
      initial={{
        rule: 'mes_cost_add1u',
        tieRule: 'cost_votes_lot',
        anonymous: true,
        lateJoiners: 'refused',
        minChoices: 0,
        noticeHours: 48,
      }}
      bodyOf={(values) => ({ ...values, pot: moneyIn(values, 'pot', currency), closesAt: instantIn(values, 'closesAt', timeZone) })}
      onDone={(reply) => void navigate(path({ resource: 'ballots', id: (reply as { id: string }).id, type: 'edit' }))}
    >
      <TextInput source="title" label="fields.title" validate={[required(), minLength(3), maxLength(150)]} fullWidth />
      <TextInput source="question" label="fields.question" multiline validate={maxLength(1000)} fullWidth />
      <MoneyInput source="pot" label="fields.pot" validate={required()} fullWidth />
      <WhenInput source="closesAt" label="fields.closesAt" validate={required()} fullWidth />
      <Options />
      <SelectInput
        source="rule"
        label="fields.rule"
        choices={named('rules', RULES)}
        validate={required()}
        fullWidth
        helperText="ballots.rule_help"
      />
      <SelectInput
        source="tieRule"
        label="fields.tieRule"
        choices={named('ties', TIE_RULES)}
        validate={required()}
        fullWidth
        helperText={false}
      />
      <SelectInput
        source="lateJoiners"
        label="fields.lateJoiners"
        choices={named('late', ['refused', 'admitted'])}
        validate={required()}
        fullWidth
        helperText={false}
      />
      <NumberInput source="minChoices" label="fields.minChoices" min={0} fullWidth helperText={false} />
      <NumberInput source="maxChoices" label="fields.maxChoices" min={1} fullWidth helperText={false} />
      <NumberInput source="quorum" label="fields.quorum" min={0} fullWidth helperText={false} />
      <NumberInput source="noticeHours" label="fields.noticeHours" min={0} max={720} fullWidth helperText={false} />
      <BooleanInput source="anonymous" label="fields.anonymous" />
    </FormDialog>
  );
}
