import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../common/use-act.js';
import { useKeys } from '../common/use-keys.js';
import { useView } from '../common/use-view.js';
import { CLEAN_DESK, afterwards, lookAtLine, pressed, signed, type Desk, type Wish } from './desk.js';
import type { BankLine, OpenItem, Suggestion } from './types.js';

/** What stands on the right of a line: what it could be, best first, then everything else that goes the same way. */
function candidates(line: BankLine | undefined, suggested: Suggestion[], expected: OpenItem[]): OpenItem[] {
  const best = suggested.map(({ item }) => item);
  const known = new Set(best.map(({ id }) => id));
  const way = line && line.amount.amount < 0 ? 'out' : 'in';
  return [...best, ...expected.filter((item) => item.direction === way && !known.has(item.id))];
}

/** The reconciliation screen's state and verbs; the rules of the keyboard are in desk.ts. */
export function useDesk() {
  const t = useTranslate();
  const [desk, setDesk] = useState<Desk>(CLEAN_DESK);
  const [ignoring, setIgnoring] = useState(false);
  const [last, setLast] = useState<string>();
  const { act, busy } = useAct();
  const page = useView<{ items: BankLine[]; next: string | null }>('books/lines', { limit: 100 });
  const expected = useView<{ items: OpenItem[] }>('books/open-items', { limit: 100 });
  const lines = page.data?.items ?? [];
  const line = lines[Math.min(desk.line, lines.length - 1)];
  const suggestions = useView<{ items: Suggestion[] }>(line ? `books/lines/${line.id}/suggestions` : null);
  const suggested = suggestions.data?.items ?? [];
  const items = candidates(line, suggested, expected.data?.items ?? []);

  async function match(ids: readonly string[]) {
    if (!line || busy) return;
    const chosen = items.filter(({ id }) => ids.includes(id));
    const body =
      chosen.length === 1 ? { openItemId: ids[0] } : { parts: chosen.map((item) => ({ openItemId: item.id, amount: signed(item) })) };
    await act(`books/lines/${line.id}/match`, { body, done: 'reconcile.matched' }).then(
      () => explained(line.id),
      () => undefined,
    );
  }

  function explained(lineId: string) {
    setLast(lineId);
    setDesk(afterwards(desk, lines.length - 1));
  }

  async function undo() {
    if (!last) return;
    await act(`books/lines/${last}/unmatch`, { body: { reason: t('reconcile.undo_reason') }, done: 'reconcile.undone' }).then(
      () => setLast(undefined),
      () => undefined,
    );
  }

  function fulfil(wish: Wish | undefined) {
    if (wish?.kind === 'match') void match(wish.items);
    if (wish?.kind === 'ignore') setIgnoring(true);
  }

  useKeys((key) => {
    if (key === 'u' && last) {
      void undo();
      return true;
    }
    const step = pressed(key, desk, lines, items);
    if (!step) return false;
    setDesk(step.desk);
    fulfil(step.wish);
    return true;
  });

  return {
    page,
    lines,
    line,
    items,
    suggested,
    desk,
    busy,
    last,
    ignoring,
    setIgnoring,
    setDesk,
    look: (at: number) => setDesk(lookAtLine(at)),
    match,
    undo,
    explained,
  };
}
