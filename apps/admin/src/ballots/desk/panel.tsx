import { Paper, Stack, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  /** Translation keys. */
  title: string;
  intro: string;
  actions?: ReactNode;
  children?: ReactNode;
}

/** One part of running a vote: what it is for, what can be done, how it stands. */
export function Panel({ title, intro, actions, children }: Props) {
  const t = useTranslate();
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} sx={{ p: 2, overflowX: 'auto' }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="h2" id={id} sx={{ flex: 1, minWidth: '10rem' }}>
          {t(title)}
        </Typography>
        {actions}
      </Stack>
      <Typography color="textSecondary" sx={{ mb: 1, maxWidth: '65ch' }}>
        {t(intro)}
      </Typography>
      {children}
    </Paper>
  );
}
