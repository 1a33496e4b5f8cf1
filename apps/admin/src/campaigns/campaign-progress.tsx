import { Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bar } from '../common/bar.js';
import { Money, useMoneyText } from '../common/money.js';
import { Rows } from '../common/rows.js';
import type { Progress } from './types.js';

const FIGURES = ['pledged', 'collected', 'charging', 'retrying', 'needsAction', 'dropped', 'awaited', 'returned'] as const;

/** The thermometer lying down, and the same figures as a table. */
export function CampaignProgress({ progress }: { progress: Progress }) {
  const t = useTranslate();
  const text = useMoneyText();
  const { goal, target, pledged, awaited, collected } = progress;
  const reading = t('campaigns.reading', { pledged: text(pledged.amount), goal: text(goal), collected: text(collected.amount) });
  return (
    <Paper sx={{ p: 2, overflowX: 'auto' }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('campaigns.progress')}
      </Typography>
      <Bar
        title={reading}
        whole={target?.amount ?? goal.amount}
        mark={goal.amount}
        parts={[
          { name: 'pledged', amount: pledged.amount.amount, look: 'solid' },
          { name: 'awaited', amount: awaited.amount.amount, look: 'light' },
        ]}
      />
      <Typography sx={{ mb: 1 }}>{reading}</Typography>
      <Rows
        rows={FIGURES.map((name) => ({ id: name, ...progress[name] }))}
        columns={[
          { name: 'figure', show: (row) => t(`fields.${row.id}`) },
          { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
          { name: 'pledges', numeric: true, show: (row) => row.pledges },
        ]}
      />
    </Paper>
  );
}
