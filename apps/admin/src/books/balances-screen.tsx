import { Paper, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Empty } from '../common/empty.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { AccountName } from './account-name.js';
import { besideTheBooks } from './commodity.js';
import { InBook } from './in-book.js';
import type { TrialBalance } from './types.js';

/** The trial balance on any day; debits and credits are equal or something is wrong. */
export function BalancesScreen() {
  const t = useTranslate();
  const [asOf, setAsOf] = useState('');
  const view = useView<TrialBalance>('books/accounts', { asOf });
  const day = (
    <TextField
      type="date"
      label={t('books.as_of')}
      value={asOf}
      onChange={({ target }) => setAsOf(target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <Page title="books.balances" intro="books.balances_intro" actions={day}>
      <Shown view={view}>
        {({ items, totals }) =>
          items.length === 0 ? (
            <Empty text="books.no_entries" />
          ) : (
            <Paper sx={{ overflowX: 'auto' }}>
              <Rows
                rows={items.map((row) => ({ ...row, id: `${row.account}/${row.commodity}` }))}
                linkTo={(row) => `entries?filter=${encodeURIComponent(JSON.stringify({ account: row.account }))}`}
                columns={[
                  { name: 'account', show: (row) => <AccountName of={row.account} /> },
                  { name: 'code', numeric: true, show: (row) => row.code },
                  { name: 'debit', numeric: true, show: (row) => <InBook minor={row.debit} commodity={row.commodity} /> },
                  { name: 'credit', numeric: true, show: (row) => <InBook minor={row.credit} commodity={row.commodity} /> },
                  { name: 'balance', numeric: true, show: (row) => <InBook minor={row.balance} commodity={row.commodity} zero /> },
                ]}
              />
              {totals.map(({ commodity, debit, credit }) => (
                <Typography key={commodity} sx={{ p: 2, textAlign: 'right', fontWeight: 600 }}>
                  {t(besideTheBooks(commodity) ? 'books.totals_beside' : 'books.totals')}{' '}
                  <InBook minor={debit} commodity={commodity} zero /> = <InBook minor={credit} commodity={commodity} zero />
                </Typography>
              ))}
            </Paper>
          )
        }
      </Shown>
    </Page>
  );
}
