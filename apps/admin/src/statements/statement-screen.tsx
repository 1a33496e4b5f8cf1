import { Button, Paper, Stack } from '@mui/material';
import { Link, TextInput, maxLength, minLength, required, useBasename, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { ActButton } from '../common/act-button.js';
import { Facts } from '../common/facts.js';
import { FormDialog } from '../common/form-dialog.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useHolds } from '../common/use-holds.js';
import { useView } from '../common/use-view.js';
import type { StatementWithLines } from './types.js';

const TakeBack = ({ lineId }: { lineId: string }) => (
  <FormDialog label="reconcile.unmatch" note="reconcile.unmatch_note" path={`books/lines/${lineId}/unmatch`} button={{ variant: 'text' }}>
    <TextInput source="reason" label="fields.reason" validate={[required(), minLength(3), maxLength(280)]} fullWidth />
  </FormDialog>
);

/** One file of the bank: whether it adds up, and every line with what explains it. */
export function StatementScreen() {
  const t = useTranslate();
  const base = useBasename();
  const { id } = useParams();
  const view = useView<StatementWithLines>(`books/statements/${id}`);
  const keeps = useHolds('treasurer');
  const open = keeps && view.data?.state === 'in_review';
  const unexplained = view.data?.unexplained ?? 0;
  return (
    <Page
      title={view.data?.fileName ?? 'statements.one'}
      actions={
        open &&
        (unexplained > 0 ? (
          <Button component={Link} to={`${base}/reconcile`} size="small" variant="contained">
            {t('statements.explain', { smart_count: unexplained })}
          </Button>
        ) : (
          <ActButton
            label="statements.lock"
            confirm="statements.lock_confirm"
            path={`books/statements/${id}/reconcile`}
            variant="contained"
          />
        ))
      }
    >
      <Shown view={view}>
        {(statement) => (
          <Stack spacing={2}>
            <Facts
              facts={[
                ['state', <State of={statement.state} />],
                ['opening', <Money value={statement.arithmetic.opening} />],
                ['sum', <Money value={statement.arithmetic.sum} />],
                ['closing', <Money value={statement.arithmetic.closing} />],
                ['difference', <Money value={statement.arithmetic.difference} />],
                ['unexplained', statement.unexplained],
              ]}
            />
            <Paper sx={{ overflowX: 'auto' }}>
              <Rows
                rows={statement.items}
                columns={[
                  { name: 'text', show: (line) => line.text || line.counterparty },
                  { name: 'on', show: (line) => <When at={line.on} /> },
                  { name: 'amount', numeric: true, show: (line) => <Money value={line.amount} /> },
                  { name: 'state', show: (line) => <State of={line.state} /> },
                  { name: 'reason', show: (line) => line.ignoredBecause ?? '' },
                  { name: 'actions', show: (line) => open && line.state !== 'new' && <TakeBack lineId={line.id} /> },
                ]}
              />
            </Paper>
          </Stack>
        )}
      </Shown>
    </Page>
  );
}
