import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

const LONG = 60;

/** What is known of one thing, name beside value; a value that is a text of its own gets a line of its own. */
export function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  const t = useTranslate();
  return (
    <Paper component="dl" sx={{ m: 0, p: 2, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))' }}>
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ minWidth: 0, gridColumn: typeof value === 'string' && value.length > LONG ? '1 / -1' : undefined }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {t(`fields.${name}`)}
          </Typography>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', maxWidth: '70ch' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Paper>
  );
}
