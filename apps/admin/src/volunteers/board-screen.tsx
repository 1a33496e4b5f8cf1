import { DndContext, PointerSensor, closestCorners, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { Box } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { KeyHelp } from '../common/key-help.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { useHolds } from '../common/use-holds.js';
import { useKeys } from '../common/use-keys.js';
import { AddCard } from './add-card.js';
import { BoardCard } from './board-card.js';
import { BoardColumn } from './board-column.js';
import { carried, droppedOn, lookedAt } from './board-moves.js';
import { CardDialog } from './card-dialog.js';
import { useBoard } from './use-board.js';

const KEYS: [string, string][] = [
  ['← ↑ ↓ →', 'boards.keys.look'],
  ['␣', 'boards.keys.hold'],
  ['↵', 'boards.keys.open'],
  ['c', 'boards.keys.claim'],
];
const DRAG_FROM_PX = 6;

/** A board of columns and cards, moved by drag or by keyboard; whoever does not work on boards reads it. */
export function BoardScreen() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const { view, move, act } = useBoard(id);
  const works = useHolds('owner', 'organiser', 'coordinator', 'volunteer', 'crew');
  const [looked, setLooked] = useState<string>();
  const [held, setHeld] = useState(false);
  const [open, setOpen] = useState<string>();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM_PX } }));
  const columns = view.data?.columns ?? [];
  const cards = columns.flatMap((column) => column.cards.map((card) => ({ ...card, columnId: column.id })));
  const heldCard = cards.find((card) => card.id === looked);

  function dropped({ active, over }: DragEndEvent) {
    const place = over && droppedOn(columns, String(active.id), String(over.id));
    if (place) void move(String(active.id), place);
  }

  useKeys((key) => {
    if (!works && [' ', 'Enter', 'c'].includes(key)) return false;
    if (key === 'Escape') setHeld(false);
    else if (key === ' ' && looked) setHeld(!held);
    else if (key === 'Enter' && looked) setOpen(looked);
    else if (key === 'c' && looked) void act(`cards/${looked}/claim`, { done: 'boards.claimed' }).catch(() => undefined);
    else if (held && looked) {
      const place = carried(columns, looked, key);
      if (place) void move(looked, place);
      return key.startsWith('Arrow');
    } else {
      const next = lookedAt(columns, looked, key);
      if (next === undefined) return false;
      setLooked(next);
    }
    return true;
  });

  return (
    <Page title={view.data?.name ?? 'boards.one'}>
      <KeyHelp keys={works ? KEYS : KEYS.slice(0, 1)} />
      <Box role="status" sx={visuallyHidden}>
        {held && heldCard
          ? t('boards.held_where', { title: heldCard.title, column: columns.find((column) => column.id === heldCard.columnId)?.name ?? '' })
          : ''}
      </Box>
      <Shown view={view}>
        {() => (
          <DndContext sensors={sensors} collisionDetection={closestCorners} onDragEnd={dropped}>
            <Box
              role="region"
              aria-label={t('boards.one')}
              tabIndex={0}
              sx={{ display: 'flex', gap: 1.5, overflowX: 'auto', pb: 1, alignItems: 'flex-start' }}
            >
              {columns.map((column) => (
                <BoardColumn key={column.id} column={column} footer={works && <AddCard boardId={id} columnId={column.id} />}>
                  {column.cards.map((card) => (
                    <BoardCard
                      key={card.id}
                      card={card}
                      looked={looked === card.id}
                      held={held && looked === card.id}
                      onLook={() => setLooked(card.id)}
                      onOpen={works ? () => setOpen(card.id) : undefined}
                    />
                  ))}
                </BoardColumn>
              ))}
            </Box>
          </DndContext>
        )}
      </Shown>
      <CardDialog card={cards.find((card) => card.id === open)} columns={columns} onMove={move} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
