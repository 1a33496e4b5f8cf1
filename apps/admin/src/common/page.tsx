import { Box, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  /** A translation key or plain text. */
  title: string;
  /** One sentence on what this screen is for. */
  intro?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen: its one heading, what it is for, what can be done on it, and the rest. */
export function Page({ title, intro, actions, children }: Props) {
  const t = useTranslate();
  const heading = t(title, { _: title });
  useEffect(() => {
    document.title = `${heading} · WeGetTogether`;
  }, [heading]);
  return (
    <Box sx={{ py: 2, px: { xs: 1.5, md: 1 }, maxWidth: 1400, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="h1" sx={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
          {heading}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>
      </Box>
      {intro && (
        <Typography color="textSecondary" sx={{ mb: 2, maxWidth: '70ch' }}>
          {t(intro, { _: intro })}
        </Typography>
      )}
      {children}
    </Box>
  );
}
