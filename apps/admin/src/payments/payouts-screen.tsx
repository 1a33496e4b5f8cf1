import { ListPage } from '../common/list-page.js';
import type { Amount } from '../common/format.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';

interface Payout {
  id: string;
  amount: Amount;
  whole: Amount;
  state: string;
  arrivesOn: string;
  stripeId: string;
}

/** What is on its way to the bank; it has arrived once a bank line says so. */
export const PayoutsScreen = () => (
  <ListPage<Payout>
    resource="payouts"
    title="payouts.title"
    intro="payouts.intro"
    empty="payouts.empty"
    columns={[
      { name: 'reference', show: (row) => row.stripeId },
      { name: 'state', show: (row) => <State of={row.state} /> },
      { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
      { name: 'whole', numeric: true, show: (row) => <Money value={row.whole} /> },
      { name: 'arrivesOn', show: (row) => <When at={row.arrivesOn} /> },
    ]}
  />
);
