import { Copyable } from '../common/copyable.js';
import { ListPage } from '../common/list-page.js';
import { Money } from '../common/money.js';
import { State } from '../common/state.js';
import { PayoutName } from './payout-name.js';
import type { Payout } from './types.js';

/** What is on its way to the bank; it has arrived once a bank line says so. */
export const PayoutsScreen = () => (
  <ListPage<Payout>
    resource="payouts"
    title="payouts.title"
    intro="payouts.intro"
    empty="payouts.empty"
    columns={[
      { name: 'payout', show: (row) => <PayoutName arrivesOn={row.arrivesOn} /> },
      { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
      { name: 'state', show: (row) => <State of={row.state} /> },
      { name: 'whole', numeric: true, show: (row) => <Money value={row.whole} /> },
      { name: 'processorId', show: (row) => <Copyable text={row.stripeId} /> },
    ]}
  />
);
