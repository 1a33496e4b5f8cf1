import { Alert, Paper, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../common/facts.js';
import { Money, When } from '../common/money.js';
import { Rows } from '../common/rows.js';
import type { ImportPlan } from './types.js';

/** What taking in the file will do: its arithmetic, what is new, and what will be matched without anyone looking. */
export function Preview({ plan }: { plan: ImportPlan }) {
  const t = useTranslate();
  const { arithmetic, gap } = plan;
  return (
    <Stack spacing={2}>
      {arithmetic.difference && arithmetic.difference.amount !== 0 && (
        <Alert severity="warning">
          {t('statements.does_not_add_up')} <Money value={arithmetic.difference} />
        </Alert>
      )}
      {gap && gap.amount !== 0 && (
        <Alert severity="warning">
          {t('statements.gap')} <Money value={gap} />
        </Alert>
      )}
      <Facts
        facts={[
          ['lines', plan.lines],
          ['newLines', plan.newLines],
          ['knownLines', plan.knownLines],
          ['matchedLines', plan.matchedLines],
          ['opening', <Money value={arithmetic.opening} />],
          ['sum', <Money value={arithmetic.sum} />],
          ['closing', <Money value={arithmetic.closing} />],
        ]}
      />
      <Paper sx={{ overflowX: 'auto' }}>
        <Rows
          rows={plan.items.map((line) => ({ ...line, id: String(line.line) }))}
          columns={[
            { name: 'text', show: (line) => line.text || line.counterparty },
            { name: 'on', show: (line) => <When at={line.on} /> },
            { name: 'amount', numeric: true, show: (line) => <Money value={line.amount} /> },
            { name: 'counterparty', show: (line) => line.counterparty },
            { name: 'matches', show: (line) => line.matches ?? '–' },
          ]}
        />
      </Paper>
    </Stack>
  );
}
