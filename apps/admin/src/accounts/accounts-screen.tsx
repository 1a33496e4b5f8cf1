import { Button, Paper, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { Empty } from '../common/empty.js';
import { When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import { StopAccount } from './stop-account.js';
import type { FoundAccounts } from './types.js';

/** The account of an address, or all that are shut out; each is stopped or let in again where it stands. */
export function AccountsScreen() {
  const t = useTranslate();
  const [search, setSearch] = useSearchParams();
  const email = search.get('email') ?? '';
  const [typed, setTyped] = useState(email);
  const found = useView<FoundAccounts>('/admin/accounts', email ? { email } : {});
  const look = (next: string) => setSearch(next ? { email: next } : {});
  return (
    <Page title="accounts.title" intro="accounts.intro">
      <Stack
        component="form"
        direction="row"
        useFlexGap
        spacing={1}
        sx={{ mb: 2, flexWrap: 'wrap', alignItems: 'center' }}
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          look(typed.trim());
        }}
      >
        <TextField
          type="email"
          label={t('fields.email')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          sx={{ flex: '1 1 240px', maxWidth: 400 }}
        />
        <Button type="submit" variant="contained">
          {t('accounts.find')}
        </Button>
        {email && (
          <Button
            onClick={() => {
              setTyped('');
              look('');
            }}
          >
            {t('accounts.all_suspended')}
          </Button>
        )}
      </Stack>
      <Shown view={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={email ? 'accounts.none' : 'accounts.empty'} />
          ) : (
            <Paper sx={{ overflowX: 'auto' }}>
              <Rows
                rows={items}
                columns={[
                  { name: 'name', show: (row) => row.name },
                  { name: 'email', show: (row) => row.email },
                  { name: 'state', show: (row) => <State of={row.state} /> },
                  { name: 'since', show: (row) => <When at={row.suspendedAt} /> },
                  { name: 'reason', show: (row) => row.suspendedBecause ?? '' },
                  { name: 'actions', show: (row) => <StopAccount account={row} /> },
                ]}
              />
            </Paper>
          )
        }
      </Shown>
    </Page>
  );
}
