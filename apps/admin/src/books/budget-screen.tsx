import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bar } from '../common/bar.js';
import { Empty } from '../common/empty.js';
import { Facts } from '../common/facts.js';
import { Money, useMoneyText } from '../common/money.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { AccountName } from './account-name.js';
import { AddBudgetLine } from './add-budget-line.js';
import { ChangePlan } from './change-plan.js';
import type { Budget, BudgetLine, BudgetNumbers } from './types.js';

/** Paid, committed and given in kind against the plan, which is the line across the bar. */
function Bullet({ line, title }: { line: BudgetNumbers; title: string }) {
  return (
    <Bar
      title={title}
      whole={line.planned.amount}
      mark={line.planned.amount}
      parts={[
        { name: 'actual', amount: line.actual.amount, look: 'solid' },
        { name: 'committed', amount: line.committed.amount, look: 'striped' },
        { name: 'metInKind', amount: line.metInKind.amount, look: 'light' },
      ]}
    />
  );
}

const facts = (numbers: BudgetNumbers): [string, React.ReactNode][] =>
  (['planned', 'committed', 'actual', 'metInKind', 'neededInCash'] as const).map((name) => [name, <Money value={numbers[name]} />]);

/** Budget against actual: a bar for each need, and the same figures as a table. */
export function BudgetScreen() {
  const t = useTranslate();
  const text = useMoneyText();
  const { roles } = useEvent();
  const plans = roles.some((role) => ['owner', 'organiser', 'treasurer'].includes(role));
  const view = useView<Budget>('books/budget');
  const reading = (line: BudgetLine) =>
    t('budget.reading', {
      name: line.name,
      actual: text(line.actual),
      committed: text(line.committed),
      inKind: text(line.metInKind),
      planned: text(line.planned),
    });
  return (
    <Page title="budget.title" intro="budget.intro" actions={plans && <AddBudgetLine />}>
      <Shown view={view}>
        {(budget) =>
          budget.items.length === 0 ? (
            <Empty text="budget.empty" />
          ) : (
            <Box sx={{ display: 'grid', gap: 2 }}>
              <Facts facts={facts(budget)} />
              <Paper sx={{ p: 2 }}>
                <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
                  {t('budget.legend')}
                </Typography>
                {budget.items.map((line) => (
                  <Box
                    key={line.id}
                    sx={{ py: 0.75, display: 'grid', gap: 1, alignItems: 'center', gridTemplateColumns: { xs: '1fr', sm: '220px 1fr' } }}
                  >
                    <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                      {line.name}
                    </Box>
                    <Bullet line={line} title={reading(line)} />
                  </Box>
                ))}
              </Paper>
              <Paper sx={{ overflowX: 'auto' }}>
                <Rows
                  rows={budget.items}
                  columns={[
                    { name: 'name', show: (line) => line.name },
                    { name: 'account', show: (line) => <AccountName of={line.account} /> },
                    { name: 'planned', numeric: true, show: (line) => <Money value={line.planned} /> },
                    { name: 'committed', numeric: true, show: (line) => <Money value={line.committed} /> },
                    { name: 'actual', numeric: true, show: (line) => <Money value={line.actual} /> },
                    { name: 'metInKind', numeric: true, show: (line) => <Money value={line.metInKind} /> },
                    { name: 'neededInCash', numeric: true, show: (line) => <Money value={line.neededInCash} /> },
                    ...(plans ? [{ name: 'actions', show: (line: BudgetLine) => <ChangePlan line={line} /> }] : []),
                  ]}
                />
              </Paper>
            </Box>
          )
        }
      </Shown>
    </Page>
  );
}
