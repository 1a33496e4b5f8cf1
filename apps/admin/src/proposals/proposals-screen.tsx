import { SelectInput } from 'react-admin';
import { ListPage } from '../common/list-page.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import type { Proposal } from './types.js';

const STATES = [
  'published',
  'under_review',
  'costed',
  'shortlisted',
  'on_ballot',
  'funded',
  'not_funded',
  'scheduled',
  'delivered',
  'dropped',
];

/** What people want, what it costs, and where each proposal stands. */
export const ProposalsScreen = () => (
  <ListPage<Proposal>
    resource="proposals"
    title="proposals.title"
    intro="proposals.intro"
    empty="proposals.empty"
    filters={[
      <SelectInput key="state" source="state" label="fields.state" alwaysOn choices={STATES.map((id) => ({ id, name: `states.${id}` }))} />,
      <SelectInput
        key="sort"
        source="sort"
        label="fields.sort"
        alwaysOn
        choices={['supported', 'newest'].map((id) => ({ id, name: `sorts.${id}` }))}
      />,
    ]}
    linkTo={(row) => `proposals/${row.id}`}
    columns={[
      { name: 'title', show: (row) => row.title },
      { name: 'state', show: (row) => <State of={row.state} /> },
      { name: 'cost', numeric: true, show: (row) => <Money value={row.cost} /> },
      { name: 'supports', numeric: true, show: (row) => row.supports },
      { name: 'comments', numeric: true, show: (row) => row.comments },
      { name: 'publishedAt', show: (row) => <When at={row.publishedAt} /> },
    ]}
  />
);
