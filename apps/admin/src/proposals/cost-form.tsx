import { ArrayInput, NumberInput, SelectInput, SimpleFormIterator, TextInput, maxLength, minValue, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { decimalOf } from '../common/format.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { useEvent } from '../layout/event-context.js';
import type { CostLine } from './types.js';

type Typed = Record<string, unknown>;

/** Writes the cost sheet anew: what is sent replaces what was there. */
export function CostForm({ proposalId, lines }: { proposalId: string; lines: CostLine[] }) {
  const { currency } = useEvent();
  const initial = lines.map((line) => ({
    ...line,
    unitPrice: decimalOf(line.unitPrice),
    min: decimalOf(line.min),
    evidenceUrl: line.evidenceUrl ?? undefined,
  }));
  const lineOf = (line: Typed) => ({
    label: line.label,
    kind: line.kind,
    quantity: line.quantity,
    unitPrice: moneyIn(line, 'unitPrice', currency),
    min: moneyIn(line, 'min', currency),
    evidenceUrl: line.evidenceUrl || undefined,
  });
  return (
    <FormDialog
      label="proposals.edit_costs"
      note="proposals.costs_note"
      path={`proposals/${proposalId}/costs`}
      act={{ method: 'PUT' }}
      initial={{ lines: initial.length ? initial : [{ kind: 'expense', quantity: 1 }] }}
      bodyOf={(values) => ({ lines: (values.lines as Typed[]).map(lineOf) })}
      button={{ variant: 'outlined' }}
    >
      <ArrayInput source="lines" label="proposals.lines">
        <SimpleFormIterator disableReordering getItemLabel={(i) => `${i + 1}`}>
          <TextInput source="label" label="fields.label" validate={[required(), maxLength(150)]} fullWidth helperText={false} />
          <SelectInput
            source="kind"
            label="fields.kind"
            choices={['expense', 'income'].map((id) => ({ id, name: `kinds.${id}` }))}
            defaultValue="expense"
            validate={required()}
            helperText={false}
          />
          <NumberInput source="quantity" label="fields.quantity" defaultValue={1} validate={[required(), minValue(1)]} helperText={false} />
          <MoneyInput source="unitPrice" label="fields.unitPrice" validate={required()} helperText={false} />
          <MoneyInput source="min" label="fields.min" helperText={false} />
          <TextInput source="evidenceUrl" label="fields.evidenceUrl" type="url" fullWidth helperText={false} />
        </SimpleFormIterator>
      </ArrayInput>
    </FormDialog>
  );
}
