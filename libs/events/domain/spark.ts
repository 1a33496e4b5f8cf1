import type { StateTable } from '#kernel';

/** Where a spark stands (SPK-2). `hidden` remembers where it came from and goes back there. */
export type SparkState = 'open' | 'conversing' | 'promoted' | 'merged' | 'withdrawn' | 'hidden' | 'archived';

export const SPARK_STATES: StateTable<SparkState> = {
  open: ['conversing', 'merged', 'withdrawn', 'hidden', 'archived'],
  conversing: ['promoted', 'merged', 'withdrawn', 'hidden', 'archived'],
  promoted: ['hidden', 'archived'],
  merged: [],
  withdrawn: [],
  hidden: ['open', 'conversing', 'promoted', 'withdrawn', 'archived'],
  archived: [],
};

/** States in which a spark takes supports. */
export const TAKES_SUPPORT: readonly SparkState[] = ['open', 'conversing', 'promoted'];

/** States in which people may talk under a spark: not before the conversation has opened. */
export const TAKES_COMMENTS: readonly SparkState[] = ['conversing', 'promoted'];

/** States that everybody sees. A hidden one keeps its place with a neutral line. */
export const PUBLIC_STATES: readonly SparkState[] = ['open', 'conversing', 'promoted', 'hidden', 'archived'];

/** On the open wall, where no event says otherwise. */
export const DEFAULT_THRESHOLD = 5;

/** Distinct confirmed supporters have opened the conversation (SPK-5). */
export const opensConversation = (state: SparkState, supporters: number, threshold: number): boolean =>
  state === 'open' && supporters >= threshold;
