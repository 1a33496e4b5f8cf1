export type Decision = 'hide' | 'restore';

export interface Step {
  /** Which case is looked at, from 0. */
  at: number;
  /** What was decided on it. */
  decision?: Decision;
}

const DECISIONS: Record<string, Decision> = { h: 'hide', r: 'restore' };

/** What a key does in the queue: j and k walk, h and r decide. Undefined for a key that means nothing here. */
export function pressed(key: string, at: number, count: number): Step | undefined {
  if (count === 0) return undefined;
  const here = Math.min(at, count - 1);
  if (key === 'j' || key === 'ArrowDown') return { at: Math.min(here + 1, count - 1) };
  if (key === 'k' || key === 'ArrowUp') return { at: Math.max(here - 1, 0) };
  const decision = DECISIONS[key];
  return decision && { at: here, decision };
}
