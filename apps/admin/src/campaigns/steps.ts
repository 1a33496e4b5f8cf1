/** A step that a person may ask for; the rest of a campaign's life belongs to the clock and the bank. */
export interface CampaignStep {
  name: string;
  /** It cannot be undone, so it is asked first. */
  confirm: boolean;
}

const STEPS: Record<string, readonly CampaignStep[]> = {
  draft: [{ name: 'submit', confirm: false }],
  in_review: [
    { name: 'approve', confirm: true },
    { name: 'return', confirm: false },
  ],
  live: [{ name: 'cancel', confirm: true }],
  collected: [{ name: 'settle', confirm: true }],
};

export const stepsFrom = (state: string): readonly CampaignStep[] => STEPS[state] ?? [];
