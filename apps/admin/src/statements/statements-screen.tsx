import { Button } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import { ListPage } from '../common/list-page.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import { useHolds } from '../common/use-holds.js';
import type { Statement } from './types.js';

/** The bank's files that were taken in, and what of them is still unexplained. */
export function StatementsScreen() {
  const t = useTranslate();
  const base = useBasename();
  const keeps = useHolds('treasurer');
  return (
    <ListPage<Statement>
      resource="statements"
      title="statements.title"
      intro="statements.intro"
      empty="statements.empty"
      actions={
        keeps && (
          <Button component={Link} to={`${base}/statements/import`} variant="contained" size="small">
            {t('statements.import')}
          </Button>
        )
      }
      linkTo={(row) => `statements/${row.id}`}
      columns={[
        { name: 'file', show: (row) => row.fileName },
        { name: 'from', show: (row) => <When at={row.from} /> },
        { name: 'to', show: (row) => <When at={row.to} /> },
        { name: 'lines', numeric: true, show: (row) => row.lines },
        { name: 'unexplained', numeric: true, show: (row) => row.unexplained },
        { name: 'difference', numeric: true, show: (row) => <Money value={row.arithmetic.difference} /> },
        { name: 'state', show: (row) => <State of={row.state} /> },
      ]}
    />
  );
}
