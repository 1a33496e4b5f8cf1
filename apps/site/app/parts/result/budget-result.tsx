import type { ReactNode } from 'react';
import { isEqualShares } from '../../models/rule-words';
import type { BallotDetailView } from '../../views/ballots';
import type { RuleResultView } from '../../views/results';
import { useEvent } from '../event-context';
import { OtherRule } from '../other-rule';
import { ResultBars } from '../result-bars';
import { ResultReasons } from '../result-reasons';
import { MoneyPicture } from './money-picture';
import { PayersPicture } from './payers-picture';

interface BudgetResultProps {
  ballot: BallotDetailView;
  official: RuleResultView;
  all: readonly RuleResultView[];
  titleOf: (option: string) => string;
  /** Where every rule stands side by side. */
  comparison: string;
}

/** A vote with a pot: votes and costs, where the money went, who paid, why each is in or out, and the other rule. */
export function BudgetResult({ ballot, official, all, titleOf, comparison }: BudgetResultProps): ReactNode {
  const { slug } = useEvent();
  const currency = ballot.pot?.currency ?? official.projects[0]?.cost.currency ?? 'GBP';
  const proposals = new Set(ballot.options.flatMap(({ proposalId }) => (proposalId ? [proposalId] : [])));
  return (
    <>
      <ResultBars result={official} />
      <MoneyPicture result={official} currency={currency} />
      {isEqualShares(official.rule) && <PayersPicture result={official} currency={currency} />}
      <ResultReasons
        result={official}
        currency={currency}
        titleOf={titleOf}
        linkOf={(id) => (proposals.has(id) ? `/events/${slug}/proposals/${id}` : undefined)}
      />
      <OtherRule official={official} all={all} titleOf={titleOf} comparison={comparison} />
    </>
  );
}
