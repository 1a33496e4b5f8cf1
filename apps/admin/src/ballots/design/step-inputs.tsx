import {
  BooleanInput,
  CheckboxGroupInput,
  NumberInput,
  TextInput,
  maxLength,
  minLength,
  minValue,
  required,
  useTranslate,
} from 'react-admin';
import { MoneyInput, WhenInput } from '../../common/inputs.js';
import { ChoiceInput } from '../choice-input.js';
import { METHODS, POT } from '../methods.js';
import { asksWhoIsLate } from '../plain-words.js';
import { hasPot } from './draft.js';
import type { Step } from './steps.js';
import { OptionsStep } from './options-step.js';
import { RuleStep } from './rule-step.js';
import { UnusualMinimum } from './unusual-minimum.js';
import type { Design } from './use-design.js';

function KindStep() {
  const t = useTranslate();
  const choices = METHODS.map((id) => ({ id, name: t(`methods.${id}.name`), text: t(`methods.${id}.text`) }));
  return <ChoiceInput source="method" label="design.kind" choices={choices} hideLabel />;
}

function AskStep() {
  return (
    <>
      <TextInput source="title" label="fields.title" validate={[required(), minLength(3), maxLength(150)]} fullWidth />
      <TextInput
        source="question"
        label="fields.question"
        multiline
        minRows={2}
        validate={maxLength(1000)}
        fullWidth
        helperText="design.question_help"
      />
    </>
  );
}

function MoneyStep({ draft }: Design) {
  const t = useTranslate();
  const choices = [true, false].map((yes) => ({ id: String(yes), name: t(`design.pot_${yes}`), text: t(`design.pot_${yes}_text`) }));
  return (
    <>
      {POT[draft.method] === 'possible' && (
        <BooleanInput source="hasPot" label="design.has_pot" helperText={choices[hasPot(draft) ? 0 : 1]!.text} />
      )}
      {hasPot(draft) && <MoneyInput source="pot" label="fields.pot" validate={required()} fullWidth helperText="design.pot_help" />}
      {draft.method === 'knapsack' && <UnusualMinimum draft={draft} />}
    </>
  );
}

function LimitsStep({ draft: { method }, rules }: Design) {
  const most = rules.options.length || undefined;
  const totals = !rules.pot && method !== 'ranked' && method !== 'dates';
  const whole = { min: 1, fullWidth: true } as const;
  return (
    <>
      {method === 'approval' && (
        <NumberInput source="minChoices" label="fields.minChoices" min={0} max={most} fullWidth helperText="design.min_help" />
      )}
      {['approval', 'support', 'ranked'].includes(method) && (
        <NumberInput
          {...whole}
          source="maxChoices"
          label={method === 'ranked' ? 'design.most_ranks' : 'fields.maxChoices'}
          max={most}
          helperText="design.max_help"
        />
      )}
      {method === 'points' && (
        <>
          <NumberInput
            {...whole}
            source="pointsBudget"
            label="design.points_budget"
            validate={[required(), minValue(1)]}
            helperText={false}
          />
          <NumberInput {...whole} source="pointsCap" label="design.points_cap" helperText="design.points_cap_help" />
        </>
      )}
      {method === 'ranked' && <BooleanInput source="equalRanks" label="design.equal_ranks" />}
      {!rules.pot && (
        <NumberInput
          {...whole}
          source="seats"
          label={method === 'dates' ? 'design.seats_dates' : 'design.seats'}
          helperText="design.seats_help"
        />
      )}
      {totals && <NumberInput source="threshold" label="design.threshold" min={0} fullWidth helperText="design.threshold_help" />}
    </>
  );
}

function VotersStep({ draft }: Design) {
  const t = useTranslate();
  const admissions = ['everyone', 'backers', 'invited', 'code'].map((id) => ({ id, name: t(`admissions.${id}`) }));
  const late = ['refused', 'admitted'].map((id) => ({ id, name: t(`late_choices.${id}`) }));
  return (
    <>
      <CheckboxGroupInput
        source="admits"
        label="design.admits"
        choices={admissions}
        row={false}
        translateChoice={false}
        validate={required()}
        helperText="design.admits_help"
      />
      {asksWhoIsLate(draft.admits ?? []) && <ChoiceInput source="lateJoiners" label="design.late" choices={late} />}
      <BooleanInput source="anonymous" label="design.anonymous" helperText="design.anonymous_help" />
      <BooleanInput source="talliesOnly" label="design.tallies_only" helperText="design.tallies_help" />
      <NumberInput source="quorum" label="fields.quorum" min={0} fullWidth helperText="design.quorum_help" />
    </>
  );
}

function ClosingStep({ rules }: Design) {
  return (
    <>
      <WhenInput source="opensAt" label="fields.opensAt" helperText="design.opens_help" fullWidth />
      <WhenInput source="closesAt" label="fields.closesAt" validate={required()} fullWidth />
      {rules.pot && (
        <NumberInput source="noticeHours" label="fields.noticeHours" min={0} max={720} fullWidth helperText="design.notice_help" />
      )}
    </>
  );
}

/** The inputs of one question. */
export function StepInputs({ step, design }: { step: Step; design: Design }) {
  switch (step) {
    case 'kind':
      return <KindStep />;
    case 'ask':
      return <AskStep />;
    case 'money':
      return <MoneyStep {...design} />;
    case 'options':
      return <OptionsStep {...design} />;
    case 'limits':
      return <LimitsStep {...design} />;
    case 'voters':
      return <VotersStep {...design} />;
    case 'closing':
      return <ClosingStep {...design} />;
    case 'rule':
      return <RuleStep {...design} />;
    case 'check':
      return null;
  }
}
