import type { IntentInput } from './intent-draft.js';
import type { Sim } from './sim.js';

/** What a session promises its page, beyond what the object shows. */
export interface SessionPlan {
  payment: IntentInput;
  returnUrl: string | null;
  customerUpdate?: { name?: string; address?: string } | undefined;
  allowRedisplay?: string | undefined;
}

export const planOf = (sim: Sim, id: string): SessionPlan => sim.notes.get(`plan:${id}`)!.value as SessionPlan;
