import { MenuItem, TextField } from '@mui/material';
import { SelectInput, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { Empty } from '../common/empty.js';
import { ListPage } from '../common/list-page.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import { Person } from '../common/person.js';
import type { Campaign } from '../campaigns/types.js';
import { Refund } from './refund.js';
import type { Pledge } from './types.js';

const STATES = [
  'committed',
  'retrying',
  'needs_authentication',
  'needs_new_method',
  'collected',
  'awaiting_transfer',
  'received',
  'partly_refunded',
  'refunded',
  'disputed',
  'withdrawn',
  'lapsed',
  'released',
];

/** Who promised what, and how far each promise has come. */
export function PledgesScreen() {
  const t = useTranslate();
  const [search, setSearch] = useSearchParams();
  const campaigns = useView<{ items: Campaign[] }>('campaigns');
  const all = campaigns.data?.items ?? [];
  const chosen = search.get('campaign') ?? all.find(({ state }) => state === 'live')?.id ?? all[0]?.id;
  if (!chosen)
    return (
      <Page title="pledges.title" intro="pledges.intro">
        {campaigns.data && <Empty text="pledges.no_campaign" />}
      </Page>
    );
  const choose = (
    <TextField
      select
      label={t('fields.campaign')}
      value={all.some(({ id }) => id === chosen) ? chosen : ''}
      onChange={({ target }) => setSearch({ campaign: target.value })}
      sx={{ minWidth: 200 }}
    >
      {all.map(({ id, title }) => (
        <MenuItem key={id} value={id}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <ListPage<Pledge>
      key={chosen}
      resource="pledges"
      title="pledges.title"
      intro="pledges.intro"
      empty="pledges.empty"
      filter={{ campaignId: chosen }}
      actions={choose}
      filters={[
        <SelectInput
          key="state"
          source="state"
          label="fields.state"
          alwaysOn
          choices={STATES.map((id) => ({ id, name: `states.${id}` }))}
        />,
      ]}
      columns={[
        { name: 'name', show: (row) => row.organisation ?? <Person name={row.name} /> },
        { name: 'reference', show: (row) => row.reference },
        { name: 'state', show: (row) => <State of={row.state} /> },
        { name: 'method', show: (row) => t(`methods.${row.method}`) },
        { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
        { name: 'refunded', numeric: true, show: (row) => <Money value={row.refunded} /> },
        { name: 'madeAt', show: (row) => <When at={row.madeAt} /> },
        { name: 'lastCode', show: (row) => row.lastCode && t(`declines.${row.lastCode}`, { _: row.lastCode.replaceAll('_', ' ') }) },
        { name: 'actions', show: (row) => <Refund pledge={row} /> },
      ]}
    />
  );
}
