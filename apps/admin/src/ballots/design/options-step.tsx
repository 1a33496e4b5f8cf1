import { Alert } from '@mui/material';
import { ArrayInput, CheckboxGroupInput, SimpleFormIterator, TextInput, maxLength, required, useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../../common/format.js';
import { WhenInput } from '../../common/inputs.js';
import { ChoiceInput } from '../choice-input.js';
import { hasPot, sourceOf } from './draft.js';
import type { Design } from './use-design.js';

function Dates() {
  return (
    <ArrayInput source="dates" label="design.dates" validate={required()}>
      <SimpleFormIterator disableReordering disableClear getItemLabel={(at) => `${at + 1}`}>
        <WhenInput source="startsAt" label="design.date" validate={required()} fullWidth />
        <TextInput source="title" label="design.date_title" validate={maxLength(150)} fullWidth helperText={false} />
      </SimpleFormIterator>
    </ArrayInput>
  );
}

/** What can be chosen: proposals of the shortlist, things of the vote's own, or dates. */
export function OptionsStep({ draft, shortlist }: Design) {
  const t = useTranslate();
  const locale = useLocale();
  const source = sourceOf(draft);
  if (source === 'dates') return <Dates />;
  const kinds = ['proposals', 'own'].map((id) => ({ id, name: t(`design.source_${id}`) }));
  const choices = shortlist.map(({ id, title, cost }) => ({ id, name: cost ? `${title} · ${formatMoney(cost, locale)}` : title }));
  return (
    <>
      {!hasPot(draft) && <ChoiceInput source="source" label="design.source" choices={kinds} />}
      {source === 'own' && (
        <TextInput
          source="ownOptions"
          label="design.own_options"
          multiline
          minRows={4}
          validate={required()}
          fullWidth
          helperText="design.own_options_help"
        />
      )}
      {source === 'proposals' && choices.length === 0 && <Alert severity="warning">{t('ballots.no_shortlist')}</Alert>}
      {source === 'proposals' && choices.length > 0 && (
        <CheckboxGroupInput
          source="proposalIds"
          label="ballots.options"
          choices={choices}
          row={false}
          translateChoice={false}
          validate={required()}
          helperText={false}
        />
      )}
    </>
  );
}
