import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../common/use-act.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { moved, type Place } from './board-moves.js';
import type { Board } from './types.js';

const EVERY_MS = 15_000;

/** A board that shows a move at once and then says what the API made of it; looked at afresh now and then. */
export function useBoard(boardId: string) {
  const { slug } = useEvent();
  const client = useQueryClient();
  const path = `boards/${boardId}`;
  const view = useView<Board>(path, {}, EVERY_MS);
  const { act, busy } = useAct();

  async function move(cardId: string, place: Place): Promise<void> {
    client.setQueryData<Board>(['view', slug, path, {}], (board) => board && { ...board, columns: moved(board.columns, cardId, place) });
    await act(`cards/${cardId}/move`, { body: place }).catch(() => undefined);
  }
  return { view, move, act, busy };
}
