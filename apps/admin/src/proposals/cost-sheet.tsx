import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Empty } from '../common/empty.js';
import { Money, When } from '../common/money.js';
import { Rows, type Column } from '../common/rows.js';
import { useEvent } from '../layout/event-context.js';
import { CostForm } from './cost-form.js';
import { costsMayChange } from './moves.js';
import type { CostLine, ProposalDetail } from './types.js';

const COLUMNS: Column<CostLine & { id: string }>[] = [
  {
    name: 'label',
    show: (line) =>
      line.evidenceUrl ? (
        <a href={line.evidenceUrl} rel="noopener noreferrer" target="_blank">
          {line.label}
        </a>
      ) : (
        line.label
      ),
  },
  { name: 'quantity', numeric: true, show: (line) => line.quantity },
  { name: 'unitPrice', numeric: true, show: (line) => <Money value={line.unitPrice} /> },
  { name: 'amount', numeric: true, show: (line) => <Money value={line.amount} /> },
  { name: 'min', numeric: true, show: (line) => <Money value={line.min} /> },
];

/** What a proposal costs, line by line; the sums are the API's. */
export function CostSheet({ proposal }: { proposal: ProposalDetail }) {
  const t = useTranslate();
  const { roles } = useEvent();
  const { costs, id, state, mine } = proposal;
  const edit = costsMayChange(state, { roles, mine }) && <CostForm proposalId={id} lines={costs?.lines ?? []} />;
  if (!costs) return <Empty text="proposals.no_costs">{edit}</Empty>;
  return (
    <Paper sx={{ p: 2, overflowX: 'auto' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1, mb: 1 }}>
        <Typography variant="h2">{t('proposals.costs')}</Typography>
        {edit}
      </Box>
      <Rows rows={costs.lines.map((line, i) => ({ ...line, id: String(i) }))} columns={COLUMNS} />
      <Typography sx={{ mt: 1, textAlign: 'right' }}>
        {t('proposals.total')}{' '}
        <strong>
          <Money value={costs.total} />
        </strong>{' '}
        · {t('proposals.at_least')} <Money value={costs.min} />
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {costs.frozenAt ? (
          <>
            {t('proposals.frozen')} <When at={costs.frozenAt} />
          </>
        ) : (
          t('proposals.estimate')
        )}
      </Typography>
    </Paper>
  );
}
