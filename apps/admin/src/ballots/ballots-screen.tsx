import { ListPage } from '../common/list-page.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import { useEvent } from '../layout/event-context.js';
import { NewBallot } from './new-ballot.js';
import type { Ballot } from './types.js';

/** What people decide by vote. */
export function BallotsScreen() {
  const { roles } = useEvent();
  const organises = roles.includes('owner') || roles.includes('organiser');
  return (
    <ListPage<Ballot>
      resource="ballots"
      title="ballots.title"
      intro="ballots.intro"
      empty="ballots.empty"
      actions={organises && <NewBallot />}
      linkTo={(row) => `ballots/${row.id}`}
      columns={[
        { name: 'title', show: (row) => row.title },
        { name: 'state', show: (row) => <State of={row.state} /> },
        { name: 'pot', numeric: true, show: (row) => <Money value={row.pot} /> },
        { name: 'openedAt', show: (row) => <When at={row.openedAt} /> },
        { name: 'closesAt', show: (row) => <When at={row.closesAt} /> },
      ]}
    />
  );
}
