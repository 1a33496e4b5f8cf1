import { Money } from '../common/money.js';
import type { Campaign } from '../campaigns/types.js';
import { Figures, Lines, type AnswerProps } from './answer-parts.js';

/** Pledges that will not arrive by themselves: their backer has to act, or the card is tried again. */
export function PledgesInTrouble({ view }: AnswerProps) {
  const troubled = (view as { items: Campaign[] }).items.find(
    ({ progress }) => progress.needsAction.pledges + progress.retrying.pledges > 0,
  );
  if (!troubled) return <Lines lines={[]} />;
  return (
    <Figures
      figures={(['needsAction', 'retrying'] as const).map((name) => ({
        name,
        value: (
          <>
            {troubled.progress[name].pledges} · <Money value={troubled.progress[name].amount} />
          </>
        ),
      }))}
    />
  );
}
