import { AsyncLocalStorage } from 'node:async_hooks';

/** Who is asking, and under which request id: written into audit rows and facts, never into decisions. */
export interface Context {
  readonly requestId: string;
  readonly actorId: string | null;
}

const storage = new AsyncLocalStorage<{ requestId: string; actorId: string | null }>();

export const currentContext = (): Context => storage.getStore() ?? { requestId: 'system', actorId: null };

/** Runs work under a context; the guard fills in the actor once it knows who is asking. */
export const runInContext = <T>(context: { requestId: string; actorId: string | null }, work: () => T): T => storage.run(context, work);

export function setActor(actorId: string): void {
  const context = storage.getStore();
  if (context) context.actorId = actorId;
}
