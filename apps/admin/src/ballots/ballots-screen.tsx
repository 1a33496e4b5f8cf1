import { Button } from '@mui/material';
import { Link, useCreatePath, useTranslate } from 'react-admin';
import { ListPage } from '../common/list-page.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import { useHolds } from '../common/use-holds.js';
import type { Ballot } from './types.js';

/** What people decide by vote. */
export function BallotsScreen() {
  const t = useTranslate();
  const path = useCreatePath();
  const organises = useHolds('owner', 'organiser');
  return (
    <ListPage<Ballot>
      resource="ballots"
      title="ballots.title"
      intro="ballots.intro"
      empty="ballots.empty"
      actions={
        organises && (
          <>
            <Button component={Link} to={path({ resource: 'ballots/take-in', type: 'list' })} variant="outlined" size="small">
              {t('take_in.title')}
            </Button>
            <Button component={Link} to={path({ resource: 'ballots/new', type: 'list' })} variant="contained" size="small">
              {t('ballots.create')}
            </Button>
          </>
        )
      }
      linkTo={(row) => `ballots/${row.id}`}
      columns={[
        { name: 'title', show: (row) => row.title },
        { name: 'state', show: (row) => <State of={row.state} /> },
        { name: 'method', show: (row) => t(`methods.${row.method}.name`, { _: row.method }) },
        { name: 'pot', numeric: true, show: (row) => row.pot && <Money value={row.pot} /> },
        { name: 'openedAt', show: (row) => <When at={row.openedAt} /> },
        { name: 'closesAt', show: (row) => <When at={row.closesAt} /> },
      ]}
    />
  );
}
