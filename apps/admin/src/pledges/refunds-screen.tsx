import { Box, Button, Paper, Typography } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { Empty } from '../common/empty.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { Person } from '../common/person.js';
import { useEvent } from '../layout/event-context.js';
import type { WaitingRefund } from './types.js';

/** Refunds above the limit: whoever asked waits for another treasurer, who decides here. */
export function RefundsScreen() {
  const t = useTranslate();
  const base = useBasename();
  const refunds = useView<{ items: WaitingRefund[] }>('refunds');
  return (
    <Page title="refunds.title" intro="refunds.intro">
      <Shown view={refunds}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text="refunds.empty">
              <Button component={Link} to={`${base}/pledges`} variant="outlined" size="small">
                {t('menu.pledges')}
              </Button>
            </Empty>
          ) : (
            <Paper sx={{ overflowX: 'auto' }}>
              <Rows
                rows={items}
                columns={[
                  { name: 'name', show: (row) => <Person name={row.backer} /> },
                  { name: 'reference', show: (row) => row.reference },
                  { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
                  { name: 'reason', show: (row) => row.reason },
                  { name: 'askedBy', show: (row) => <Person name={row.askedBy} /> },
                  { name: 'since', show: (row) => <When at={row.askedAt} /> },
                  { name: 'actions', show: (row) => <Decide refund={row} /> },
                ]}
              />
            </Paper>
          )
        }
      </Shown>
    </Page>
  );
}

function Decide({ refund: { id, askedById } }: { refund: WaitingRefund }) {
  const t = useTranslate();
  const { me, roles } = useEvent();
  if (!roles.includes('treasurer')) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {askedById === me.accountId ? (
        <Typography variant="body2">{t('refunds.yours')}</Typography>
      ) : (
        <ActButton label="refunds.approve" path={`refunds/${id}/approve`} confirm="refunds.approve_confirm" variant="contained" />
      )}
      <ActButton label="refunds.refuse" path={`refunds/${id}/refuse`} variant="text" color="error" />
    </Box>
  );
}
