import type { Role } from '../providers/me.js';

/** A step that a person may ask for; the rest of a campaign's life belongs to the clock and the bank. */
export interface CampaignStep {
  name: string;
  /** Whose step it is; whoever leads, where nothing is said. */
  by?: readonly Role[];
  /** It cannot be undone: asked first. */
  confirm?: true;
  /** It needs a reason, which is kept in the audit log. */
  reason?: true;
}

const STEPS: Record<string, readonly CampaignStep[]> = {
  draft: [{ name: 'submit' }],
  in_review: [
    { name: 'approve', confirm: true },
    { name: 'send-back', reason: true },
  ],
  live: [{ name: 'cancel', by: ['owner', 'treasurer'], reason: true }],
  collected: [{ name: 'settle', by: ['treasurer'], confirm: true }],
};

const LEAD: readonly Role[] = ['owner', 'organiser', 'treasurer'];

export const stepsFrom = (state: string, roles: readonly Role[]): readonly CampaignStep[] =>
  (STEPS[state] ?? []).filter(({ by = LEAD }) => by.some((role) => roles.includes(role)));

/** Words and goal may still change; mode and deadline only in a draft. */
export const mayChange = (state: string): boolean => ['draft', 'live', 'scheduled'].includes(state);
