import { BooleanInput, SelectInput, TextInput, email, maxLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import type { Package } from './types.js';

/** Notes an organisation that might give; the price is the package's unless another was agreed. */
export function OpenDeal() {
  const { currency } = useEvent();
  const packages = useView<{ items: Package[] }>('sponsor-packages');
  const choices = (packages.data?.items ?? [])
    .filter(({ hidden }) => !hidden)
    .map(({ id, name, year }) => ({ id, name: `${name} ${year}` }));
  return (
    <FormDialog
      label="deals.create"
      path="deals"
      initial={{ isPublic: true, exclusive: false }}
      bodyOf={({ contactName, contactEmail, price, website, category, packageId, ...rest }) => ({
        ...rest,
        packageId: packageId || undefined,
        website: website || undefined,
        category: category || undefined,
        price: moneyIn({ price }, 'price', currency),
        contact: contactName && contactEmail ? { name: contactName, email: contactEmail } : undefined,
      })}
    >
      <TextInput source="organisation" label="fields.organisation" validate={[required(), maxLength(200)]} fullWidth />
      <SelectInput source="packageId" label="fields.package" choices={choices} translateChoice={false} fullWidth />
      <MoneyInput source="price" label="fields.price" fullWidth helperText="deals.price_help" />
      <TextInput source="website" label="fields.website" type="url" fullWidth />
      <TextInput source="category" label="fields.category" validate={maxLength(60)} fullWidth />
      <BooleanInput source="exclusive" label="fields.exclusive" />
      <TextInput source="contactName" label="fields.contactName" validate={maxLength(100)} fullWidth />
      <TextInput source="contactEmail" label="fields.contactEmail" validate={email()} fullWidth />
      <BooleanInput source="isPublic" label="fields.isPublic" />
    </FormDialog>
  );
}
