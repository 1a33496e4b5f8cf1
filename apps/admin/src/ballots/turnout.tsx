import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bar } from '../common/bar.js';
import type { BallotDetail } from './types.js';

/** How many of those entitled have voted; what they chose stays hidden until the close. */
export function Turnout({ ballot: { voters, electorateSize } }: { ballot: BallotDetail }) {
  const t = useTranslate();
  if (voters === null || electorateSize === null) return null;
  const sentence = t('ballots.turnout', { voters, electorate: electorateSize });
  return (
    <Paper sx={{ p: 2 }}>
      <Typography variant="h2">{t('ballots.turnout_title')}</Typography>
      <Box sx={{ mt: 1 }}>
        <Bar title={sentence} whole={electorateSize} parts={[{ name: 'voters', amount: voters, look: 'solid' }]} />
      </Box>
      <Typography>{sentence}</Typography>
    </Paper>
  );
}
