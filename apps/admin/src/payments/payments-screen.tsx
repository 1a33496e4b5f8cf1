import { ListPage } from '../common/list-page.js';
import type { Amount } from '../common/format.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import { Exceptions } from './exceptions.js';

interface Payment {
  id: string;
  pledgeId: string;
  amount: Amount;
  feeCovered: Amount;
  state: string;
  stripeId: string | null;
  refunding: Amount;
  lost: Amount;
  createdAt: string;
  succeededAt: string | null;
}

/** What came and went by card, and what did not fit. */
export const PaymentsScreen = () => (
  <ListPage<Payment>
    resource="payments"
    title="payments.title"
    intro="payments.intro"
    empty="payments.empty"
    above={<Exceptions />}
    columns={[
      { name: 'reference', show: (row) => row.stripeId ?? row.id },
      { name: 'state', show: (row) => <State of={row.state} /> },
      { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
      { name: 'feeCovered', numeric: true, show: (row) => <Money value={row.feeCovered} /> },
      { name: 'refunding', numeric: true, show: (row) => <Money value={row.refunding} /> },
      { name: 'lostInDispute', numeric: true, show: (row) => <Money value={row.lost} /> },
      { name: 'succeededAt', show: (row) => <When at={row.succeededAt} /> },
    ]}
  />
);
