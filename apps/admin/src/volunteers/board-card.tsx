import { useSortable } from '@dnd-kit/sortable';
import { Box, Chip, Paper, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { When } from '../common/money.js';
import { Person } from '../common/person.js';
import type { Card } from './types.js';

interface Props {
  card: Card;
  looked: boolean;
  held: boolean;
  onLook: () => void;
  /** Absent where the board is only read: the card neither opens nor moves. */
  onOpen?: () => void;
}

/** One card: draggable by pointer, looked at and carried by keyboard. */
export function BoardCard({ card, looked, held, onLook, onOpen }: Props) {
  const t = useTranslate();
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: card.id, disabled: !onOpen });
  const node = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (looked) node.current?.focus({ preventScroll: false });
  }, [looked, card.columnId]);
  const done = card.checklist.filter((item) => item.done).length;
  return (
    <Paper
      component="li"
      ref={(element: HTMLLIElement | null) => {
        setNodeRef(element);
        node.current = element;
      }}
      {...listeners}
      tabIndex={looked ? 0 : -1}
      aria-roledescription={t('boards.card')}
      aria-current={looked || undefined}
      onFocus={onLook}
      onClick={onOpen}
      sx={{
        p: 1.25,
        listStyle: 'none',
        cursor: onOpen ? 'grab' : 'default',
        touchAction: 'manipulation',
        opacity: isDragging ? 0.5 : 1,
        transform: transform ? `translate3d(${transform.x}px, ${transform.y}px, 0)` : undefined,
        transition,
        outline: looked ? 3 : 0,
        outlineStyle: held ? 'dashed' : 'solid',
        outlineColor: 'primary.main',
      }}
    >
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{card.title}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mt: 0.5, alignItems: 'center', fontSize: 13 }}>
        {held && <Chip size="small" color="primary" label={t('boards.held')} />}
        {card.blockedBecause && <Chip size="small" color="error" variant="outlined" label={t('boards.blocked')} />}
        {card.dueOn && (
          <span>
            {t('boards.due')} <When at={card.dueOn} />
          </span>
        )}
        {card.checklist.length > 0 && <span>✓ {t('boards.checklist_done', { done, all: card.checklist.length })}</span>}
        <span>{card.assigneeId ? <Person name={card.assigneeName} /> : t('boards.unclaimed')}</span>
      </Box>
    </Paper>
  );
}
