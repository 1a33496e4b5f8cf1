import type { ReactNode } from 'react';

/** What happens at an event that changes figures people look at. */
const FACTS = [
  'PledgeCommitted PledgeWithdrawn PledgeCollected PledgeReleased CampaignLaunched CampaignSucceeded CampaignFailed GoalLowered TargetChanged',
  'BallotOpened BallotClosed BallotCounted EventPhaseChanged BudgetPhaseBegan',
].join(' ');

/** A part of an event's page that follows what happens, where there is script. */
export function LivePart({ id, slug, children }: { id: string; slug: string; children: ReactNode }): ReactNode {
  return (
    <div id={id} data-live={`/api/v1/events/${slug}/live`} data-facts={FACTS}>
      {children}
    </div>
  );
}
