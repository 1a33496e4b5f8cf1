import { Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** Nothing here yet: says what will be here and offers the first step. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  const t = useTranslate();
  return (
    <Paper sx={{ p: 3, display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      <Typography sx={{ maxWidth: '60ch' }}>{t(text, { _: text })}</Typography>
      {children}
    </Paper>
  );
}
