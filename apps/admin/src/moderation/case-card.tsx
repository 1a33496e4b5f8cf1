import { Box, Chip, Paper, Stack, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { When } from '../common/money.js';
import { State } from '../common/state.js';
import type { ModerationCase } from './types.js';

interface Props {
  item: ModerationCase;
  current: boolean;
  onLook: () => void;
  children: React.ReactNode;
}

/** One thing that was reported: what it says, why, and the two decisions. */
export function CaseCard({ item, current, onLook, children }: Props) {
  const t = useTranslate();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Paper
      ref={card}
      component="li"
      aria-current={current}
      onClick={onLook}
      sx={{ p: 2, listStyle: 'none', borderLeft: 6, borderLeftColor: current ? 'primary.main' : 'divider' }}
    >
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Chip size="small" label={t(`kinds.${item.kind}`, { _: item.kind })} />
        <State of={item.state} />
        {item.hiddenByReports && <Chip size="small" variant="outlined" label={t('moderation.hidden_by_reports')} />}
        <Typography variant="body2" color="textSecondary">
          <When at={item.openedAt} />
        </Typography>
      </Stack>
      <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{item.excerpt}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'center' }}>
        {item.reports.map(({ reason, count }) => (
          <Typography key={reason} variant="body2" color="textSecondary">
            {t(`reports.${reason}`, { _: reason })}: {count}
          </Typography>
        ))}
        <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>{children}</Box>
      </Box>
    </Paper>
  );
}
