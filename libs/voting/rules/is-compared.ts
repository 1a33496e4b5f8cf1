import { type FileMethod, type Method, resultKindOf } from './methods.js';

/** There are several ways to count votes within a pot and rankings; approvals without a pot, consent and dates only add up. */
export function isCompared({ method, pot_minor }: { method: Method | FileMethod; pot_minor: bigint | null }): boolean {
  return ['budget', 'ranked'].includes(resultKindOf(method, pot_minor !== null));
}
