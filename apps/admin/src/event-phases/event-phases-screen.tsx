import { Alert, Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { useView } from '../common/use-view.js';
import { useHolds } from '../common/use-holds.js';
import { EditPhases } from './edit-phases.js';
import type { BudgetPhases } from './types.js';

const AGAIN_MS = 30_000;

/** The phases of the budget process in their order: from when until when, what each allows, and which it is now. */
export function EventPhasesScreen() {
  const t = useTranslate();
  const view = useView<BudgetPhases>('budget-phases', {}, AGAIN_MS);
  const organises = useHolds('owner', 'organiser');
  return (
    <Page title="budget_phases.title" intro="budget_phases.intro" actions={organises && view.data && <EditPhases process={view.data} />}>
      <Shown view={view}>
        {({ now, phases, meaning }) => {
          const declared = new Map(phases.map((one) => [one.phase, one]));
          const allowed = (allows: string[]) => allows.map((deed) => t(`budget_phases.deeds.${deed}`)).join(', ');
          return (
            <Stack spacing={2}>
              {phases.length === 0 && <Alert severity="info">{t('budget_phases.none')}</Alert>}
              {phases.length > 0 && now === null && <Alert severity="info">{t('budget_phases.before')}</Alert>}
              <Paper sx={{ overflowX: 'auto' }}>
                <Rows
                  rows={meaning.map((one) => ({ ...one, id: one.phase }))}
                  columns={[
                    {
                      name: 'phase',
                      show: ({ phase }) => (
                        <>
                          {t(`budget_phases.names.${phase}`)}{' '}
                          {phase === now && <Chip size="small" color="primary" label={t('budget_phases.now')} aria-current="step" />}
                        </>
                      ),
                    },
                    {
                      name: 'from',
                      show: ({ phase }) =>
                        declared.has(phase) ? (
                          <When at={declared.get(phase)!.startsAt} />
                        ) : (
                          <Typography component="span" variant="body2" color="textSecondary">
                            {t('budget_phases.left_out')}
                          </Typography>
                        ),
                    },
                    { name: 'until', show: ({ phase }) => <When at={declared.get(phase)?.endsAt ?? null} /> },
                    { name: 'allows', show: ({ allows }) => allowed(allows) || t('budget_phases.nothing') },
                  ]}
                />
              </Paper>
            </Stack>
          );
        }}
      </Shown>
    </Page>
  );
}
