import { Box } from '@mui/material';
import { Copyable } from '../common/copyable.js';
import { ListPage } from '../common/list-page.js';
import type { Amount } from '../common/format.js';
import { Money, When } from '../common/money.js';
import { Person } from '../common/person.js';
import { State } from '../common/state.js';
import { Exceptions } from './exceptions.js';

interface Payment {
  id: string;
  /** Empty once the person has had their account erased. */
  backer: string;
  campaign: string;
  /** Of the pledge. */
  reference: string;
  amount: Amount;
  feeCovered: Amount;
  state: string;
  stripeId: string | null;
  refunding: Amount;
  lost: Amount;
  succeededAt: string | null;
}

const Pledge = ({ of: { backer, campaign, reference } }: { of: Payment }) => (
  <>
    <Person name={backer} />
    <Box component="span" sx={{ display: 'block', minWidth: '21em', fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>
      {campaign} · {reference}
    </Box>
  </>
);

/** What came and went by card, and what did not fit. */
export const PaymentsScreen = () => (
  <ListPage<Payment>
    resource="payments"
    title="payments.title"
    intro="payments.intro"
    empty="payments.empty"
    above={<Exceptions />}
    columns={[
      { name: 'payer', show: (row) => <Pledge of={row} /> },
      { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
      { name: 'succeededAt', show: (row) => <When at={row.succeededAt} /> },
      { name: 'state', show: (row) => <State of={row.state} /> },
      { name: 'feeCovered', numeric: true, show: (row) => <Money value={row.feeCovered} /> },
      { name: 'refunding', numeric: true, show: (row) => <Money value={row.refunding} /> },
      { name: 'lostInDispute', numeric: true, show: (row) => <Money value={row.lost} /> },
      { name: 'processorId', show: (row) => <Copyable text={row.stripeId} /> },
    ]}
  />
);
