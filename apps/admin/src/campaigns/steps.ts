/** A step that a person may ask for; the rest of a campaign's life belongs to the clock and the bank. */
export interface CampaignStep {
  name: string;
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
  live: [{ name: 'cancel', reason: true }],
  collected: [{ name: 'settle', confirm: true }],
};

export const stepsFrom = (state: string): readonly CampaignStep[] => STEPS[state] ?? [];

/** Words and goal may still change; mode and deadline only in a draft. */
export const mayChange = (state: string): boolean => ['draft', 'live', 'scheduled'].includes(state);
