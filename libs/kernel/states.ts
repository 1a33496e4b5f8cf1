import { type Refusal, defineRefusals } from './refusal.js';

export const stateRefusals = defineRefusals({
  WRONG_STATE: { status: 409, title: 'This is not possible in its present state' },
});

/** Allowed moves as data: for every state, where it may go. A state that maps to [] is an end. */
export type StateTable<S extends string> = Readonly<Record<S, readonly S[]>>;

/** Refuses a move the table does not have, with the list of those it has; otherwise answers the target. */
export function move<S extends string>(table: StateTable<S>, from: S, to: S): S {
  if (!table[from].includes(to)) throw wrongState(table, from, to);
  return to;
}

function wrongState<S extends string>(table: StateTable<S>, from: S, to: S): Refusal {
  return stateRefusals.WRONG_STATE({ from, to, allowed: table[from] });
}

/**
 * The faults of a table: targets that are no state, and states that cannot be reached from the first.
 * A spec per table expects none.
 */
export function faultsOf<S extends string>(table: StateTable<S>, start: S): string[] {
  const faults: string[] = [];
  const reached = new Set<string>([start]);
  const queue: S[] = [start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const to of table[state]) {
      if (!(to in table)) faults.push(`${state} → ${to}: no such state`);
      else if (!reached.has(to)) {
        reached.add(to);
        queue.push(to);
      }
    }
  }
  for (const state of Object.keys(table)) if (!reached.has(state)) faults.push(`${state} cannot be reached`);
  return faults;
}
