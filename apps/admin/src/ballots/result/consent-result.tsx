import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Rows } from '../../common/rows.js';
import type { ResultView } from './types.js';

const ANSWERS = ['agree', 'abstain', 'disagree', 'block'];

/** Whether there is consent, how many answered what, and why some block. */
export function ConsentResult({ consent: { counts, outcome, reasons } }: { consent: NonNullable<ResultView['consent']> }) {
  const t = useTranslate();
  const agreed = outcome === 'CONSENT' || outcome === 'AGREED';
  return (
    <>
      <Alert severity={agreed ? 'success' : 'warning'}>{t(`consent_outcomes.${outcome}`)}</Alert>
      <Rows
        rows={ANSWERS.map((answer) => ({ id: answer, count: counts[answer] ?? 0 }))}
        columns={[
          { name: 'answer', show: (row) => t(`voters_view.${row.id}`) },
          { name: 'votes', numeric: true, show: (row) => row.count },
        ]}
      />
      {reasons.length > 0 && (
        <div>
          <Typography variant="h3">{t('ballots.block_reasons')}</Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {reasons.map((reason, at) => (
              <li key={at}>{reason}</li>
            ))}
          </Box>
        </div>
      )}
    </>
  );
}
