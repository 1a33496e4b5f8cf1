import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { useEvent } from '../layout/event-context.js';
import { newKey, write, type ProblemError, type Write } from '../providers/api.js';
import { addressOf } from './use-view.js';
import { useProblemText } from './problem-text.js';

export interface Act extends Omit<Write, 'key'> {
  /** Said when it is done (a translation key). */
  done?: string;
  /** Whoever asks tells of a refusal themselves. */
  tellsRefusals?: boolean;
}

/**
 * Asks the API for a change below the present event, then shows everything afresh. A refusal is said in words; it is
 * thrown on, so that a form can point at its fields. Each POST carries a key, the same one until it has an answer, so
 * that asking twice takes effect once.
 */
export function useAct() {
  const { slug } = useEvent();
  const client = useQueryClient();
  const notify = useNotify();
  const textOf = useProblemText();
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());

  async function act<T>(path: string, { done, tellsRefusals, ...request }: Act = {}): Promise<T> {
    const same = `${path}\n${JSON.stringify(request.body ?? null)}`;
    if (!request.method && !keys.current.has(same)) keys.current.set(same, newKey());
    setBusy(true);
    try {
      const reply = await write<T>(addressOf(path, slug), {
        ...request,
        key: keys.current.get(same),
      });
      keys.current.delete(same);
      if (done) notify(done, { type: 'success' });
      return reply;
    } catch (error) {
      if (!tellsRefusals) notify(textOf(error as ProblemError), { type: 'error', autoHideDuration: 12_000, multiLine: true });
      throw error;
    } finally {
      setBusy(false);
      void client.invalidateQueries();
    }
  }
  return { act, busy };
}
