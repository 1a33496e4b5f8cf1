import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from './types.js';

/** One column; says so when it holds more than it should. */
export function BoardColumn({ column, children, footer }: { column: Column; children: ReactNode; footer?: ReactNode }) {
  const t = useTranslate();
  const { setNodeRef, isOver } = useDroppable({ id: column.id });
  const full = column.wipLimit !== null && column.cards.length >= column.wipLimit;
  return (
    <Box
      component="section"
      ref={setNodeRef}
      aria-label={column.name}
      sx={{ flex: '0 0 260px', p: 1, borderRadius: 1, border: 1, borderColor: isOver ? 'primary.main' : 'divider' }}
    >
      <Typography variant="h2" sx={{ mb: 1 }}>
        {column.name}
        {column.wipLimit !== null && (
          <Typography component="span" color={full ? 'error' : 'text.secondary'} sx={{ ml: 1 }}>
            {t('boards.limit', { now: column.cards.length, limit: column.wipLimit })}
          </Typography>
        )}
      </Typography>
      <SortableContext items={column.cards.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <Stack component="ul" spacing={1} sx={{ p: 0, m: 0, minHeight: 40 }}>
          {children}
        </Stack>
      </SortableContext>
      {footer}
    </Box>
  );
}
