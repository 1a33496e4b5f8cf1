import { ArrayInput, NumberInput, SimpleFormIterator, TextInput, maxLength, minValue, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';
import { benefitInputs, benefitOf } from './benefit-inputs.js';

type Typed = Record<string, unknown>;

/** A new package with what is promised in it. */
export function AddPackage() {
  const { currency } = useEvent();
  return (
    <FormDialog
      label="packages.create"
      path="sponsor-packages"
      initial={{ year: new Date().getFullYear(), benefits: [{ kind: 'visibility', units: 1 }] }}
      bodyOf={({ benefits, ...values }) => ({
        ...values,
        price: moneyIn(values, 'price', currency),
        benefits: ((benefits as Typed[] | undefined) ?? []).map((benefit) => benefitOf(benefit, currency)),
      })}
    >
      <TextInput source="name" label="fields.name" validate={[required(), maxLength(100)]} fullWidth />
      <TextInput source="description" label="fields.description" multiline validate={maxLength(2000)} fullWidth />
      <NumberInput source="year" label="fields.year" validate={[required(), minValue(2000)]} fullWidth />
      <MoneyInput source="price" label="fields.price" validate={required()} fullWidth />
      <NumberInput source="capacity" label="fields.capacity" min={1} validate={minValue(1)} fullWidth />
      <ArrayInput source="benefits" label="packages.benefits">
        <SimpleFormIterator disableReordering getItemLabel={(i) => `${i + 1}`}>
          {benefitInputs}
        </SimpleFormIterator>
      </ArrayInput>
    </FormDialog>
  );
}
