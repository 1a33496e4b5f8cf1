import { AsyncLocalStorage } from 'node:async_hooks';

/** Who is asking, and under which request id: written into audit rows and facts, never into decisions. */
export interface Context {
  readonly requestId: string;
  readonly actorId: string | null;
  /** Under which key a request is done at most once, and whose key that is. */
  readonly once?: { readonly actor: string; readonly key: string };
}

type Changing = { -readonly [K in keyof Context]: Context[K] };

const storage = new AsyncLocalStorage<Changing>();

export const currentContext = (): Context => storage.getStore() ?? { requestId: 'system', actorId: null };

/** Runs work under a context; the guard fills in the actor once it knows who is asking. */
export const runInContext = <T>(context: Changing, work: () => T): T => storage.run(context, work);

export function setActor(actorId: string): void {
  const context = storage.getStore();
  if (context) context.actorId = actorId;
}

/** From here on each transaction of this request notes that it was done. */
export function setOnce(once: { actor: string; key: string }): void {
  const context = storage.getStore();
  if (context) context.once = once;
}
