import {
  ArrayInput,
  BooleanInput,
  NumberInput,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  maxLength,
  minValue,
  required,
} from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';
import { BENEFIT_KINDS } from './types.js';

type Typed = Record<string, unknown>;

/** A new package with what is promised in it; a programme slot needs the community's decision. */
export function AddPackage() {
  const { currency } = useEvent();
  const benefitOf = ({ name, kind, units, value, needsAsset, decision }: Typed) => ({
    name,
    kind,
    units,
    needsAsset: needsAsset === true,
    decision: decision || undefined,
    value: moneyIn({ value }, 'value', currency),
  });
  return (
    <FormDialog
      label="packages.create"
      path="sponsor-packages"
      initial={{ year: new Date().getFullYear(), benefits: [{ kind: 'visibility', units: 1 }] }}
      bodyOf={({ benefits, ...values }) => ({
        ...values,
        price: moneyIn(values, 'price', currency),
        benefits: ((benefits as Typed[] | undefined) ?? []).map(benefitOf),
      })}
    >
      <TextInput source="name" label="fields.name" validate={[required(), maxLength(100)]} fullWidth />
      <TextInput source="description" label="fields.description" multiline validate={maxLength(2000)} fullWidth />
      <NumberInput source="year" label="fields.year" validate={[required(), minValue(2000)]} fullWidth />
      <MoneyInput source="price" label="fields.price" validate={required()} fullWidth />
      <NumberInput source="capacity" label="fields.capacity" min={1} fullWidth />
      <ArrayInput source="benefits" label="packages.benefits">
        <SimpleFormIterator disableReordering getItemLabel={(i) => `${i + 1}`}>
          <TextInput source="name" label="fields.name" validate={[required(), maxLength(200)]} fullWidth helperText={false} />
          <SelectInput
            source="kind"
            label="fields.kind"
            choices={BENEFIT_KINDS.map((id) => ({ id, name: `benefits.kinds.${id}` }))}
            validate={required()}
            helperText={false}
          />
          <NumberInput source="units" label="fields.units" min={1} helperText={false} />
          <MoneyInput source="value" label="fields.value" helperText={false} />
          <TextInput source="decision" label="fields.decision" fullWidth helperText={false} />
          <BooleanInput source="needsAsset" label="fields.needsAsset" />
        </SimpleFormIterator>
      </ArrayInput>
    </FormDialog>
  );
}
