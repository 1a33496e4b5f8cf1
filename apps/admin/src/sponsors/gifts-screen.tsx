import { BooleanInput, SelectInput, TextInput, maxLength, required } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { ListPage } from '../common/list-page.js';
import { Money } from '../common/money.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import type { BudgetLine } from '../books/types.js';
import { MoveGift } from './move-gift.js';
import { CATEGORIES, type Gift } from './types.js';

/** Notes what somebody offers; it counts only once it is valued, accepted and received. */
function OfferGift() {
  const budget = useView<{ items: BudgetLine[] }>('books/budget');
  return (
    <FormDialog
      label="gifts.create"
      note="gifts.create_note"
      path="in-kind-gifts"
      initial={{ isPublic: true }}
      bodyOf={({ budgetLineId, ...rest }) => ({ ...rest, budgetLineId: budgetLineId || undefined })}
    >
      <TextInput source="organisation" label="fields.organisation" validate={[required(), maxLength(200)]} fullWidth />
      <TextInput source="description" label="fields.description" validate={[required(), maxLength(500)]} multiline fullWidth />
      <SelectInput
        source="category"
        label="fields.category"
        choices={CATEGORIES.map((id) => ({ id, name: `categories.${id}` }))}
        validate={required()}
        fullWidth
      />
      <SelectInput
        source="budgetLineId"
        label="fields.budgetLine"
        choices={budget.data?.items ?? []}
        translateChoice={false}
        fullWidth
        helperText="gifts.line_help"
      />
      <BooleanInput source="isPublic" label="fields.isPublic" />
    </FormDialog>
  );
}

/** What is given instead of money, from the offer to the books. */
export const GiftsScreen = () => (
  <ListPage<Gift>
    resource="gifts"
    title="gifts.title"
    intro="gifts.intro"
    empty="gifts.empty"
    actions={<OfferGift />}
    columns={[
      { name: 'description', show: (gift) => gift.description },
      { name: 'organisation', show: (gift) => gift.organisation },
      { name: 'state', show: (gift) => <State of={gift.state} /> },
      { name: 'value', numeric: true, show: (gift) => <Money value={gift.value} /> },
      { name: 'met', numeric: true, show: (gift) => <Money value={gift.met} /> },
      { name: 'actions', show: (gift) => <MoveGift gift={gift} /> },
    ]}
  />
);
