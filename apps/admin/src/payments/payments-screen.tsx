import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Copyable } from '../common/copyable.js';
import { ListPage } from '../common/list-page.js';
import type { Amount } from '../common/format.js';
import { Money, useMoneyText, When } from '../common/money.js';
import { Person } from '../common/person.js';
import { State } from '../common/state.js';
import { type Besides, besides } from './besides.js';
import { Exceptions } from './exceptions.js';

interface Payment extends Besides {
  id: string;
  /** Empty once the person has had their account erased. */
  backer: string;
  campaign: string;
  /** Of the pledge. */
  reference: string;
  amount: Amount;
  state: string;
  stripeId: string | null;
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

/** Empty where nothing but the payment happened: a card on a phone then leaves the line out. */
function HappenedBesides({ to }: { to: Payment }) {
  const t = useTranslate();
  const money = useMoneyText();
  const happened = besides(to);
  if (happened.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', fontVariantNumeric: 'tabular-nums' }}>
      {happened.map(({ name, amount }) => (
        <li key={name}>{t(`payments.besides.${name}`, { amount: money(amount) })}</li>
      ))}
    </Box>
  );
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
      { name: 'payer', show: (row) => <Pledge of={row} /> },
      { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
      { name: 'succeededAt', show: (row) => <When at={row.succeededAt} /> },
      { name: 'state', show: (row) => <State of={row.state} /> },
      { name: 'besides', show: (row) => <HappenedBesides to={row} /> },
      { name: 'processorId', show: (row) => <Copyable text={row.stripeId} /> },
    ]}
  />
);
