import { BooleanInput, NumberInput, SelectInput, TextInput, maxLength, minValue, required } from 'react-admin';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { BENEFIT_KINDS } from './types.js';

/** What is promised to a sponsor; a programme slot needs the community's decision. */
export const benefitInputs = [
  <TextInput key="name" source="name" label="fields.name" validate={[required(), maxLength(200)]} fullWidth helperText={false} />,
  <SelectInput
    key="kind"
    source="kind"
    label="fields.kind"
    choices={BENEFIT_KINDS.map((id) => ({ id, name: `benefits.kinds.${id}` }))}
    defaultValue="visibility"
    validate={required()}
    helperText={false}
  />,
  <NumberInput key="units" source="units" label="fields.units" min={1} validate={minValue(1)} defaultValue={1} helperText={false} />,
  <MoneyInput key="value" source="value" label="fields.value" helperText={false} />,
  <TextInput key="decision" source="decision" label="fields.decision" fullWidth helperText={false} />,
  <BooleanInput key="needsAsset" source="needsAsset" label="fields.needsAsset" />,
];

/** The promise as the API takes it. */
export const benefitOf = ({ name, kind, units, value, needsAsset, decision }: Record<string, unknown>, currency: string) => ({
  name,
  kind,
  units: units || undefined,
  needsAsset: needsAsset === true,
  decision: decision || undefined,
  value: moneyIn({ value }, 'value', currency),
});
