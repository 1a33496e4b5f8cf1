import { type BudgetRule, type RankedRule, consentTotals, count, dateTotals, optionTotals } from '#voting/count';
import { resultKindOf } from './methods.js';
import { type Outcome, budgetOutcome, datesOutcome, rankedOutcome, totalsOutcome } from './result-document.js';
import { type StoredVote, budgetInstance, rankedInstance, singleBallots } from './stored-vote.js';

/** Beside the official rule the result shows what these would have done. */
const SHOWN_BESIDE: readonly BudgetRule[] = ['greedy_votes', 'mes_cost_none', 'mes_cost_add1', 'mes_cost_add1u'];
const RANKED_BESIDE: readonly RankedRule[] = ['schulze', 'irv', 'ranked_pairs', 'borda'];

/** What the ballots of a closed vote come to, by its official rule and others beside it. */
export function outcomeOf(vote: StoredVote, groups: readonly string[]): Outcome {
  switch (resultKindOf(vote.method, vote.pot !== null)) {
    case 'budget':
      return budget(vote, groups);
    case 'ranked':
      return ranked(vote, groups);
    case 'totals': {
      const { options, ballots } = singleBallots(vote, groups);
      return totalsOutcome(optionTotals(options, ballots), vote.seats, vote.threshold);
    }
    case 'dates': {
      const { options, ballots } = singleBallots(vote, groups);
      return datesOutcome(dateTotals(options, ballots), vote.seats);
    }
    case 'consent':
      return consent(vote, groups);
  }
}

function budget(vote: StoredVote, groups: readonly string[]): Outcome {
  const official = vote.rule as BudgetRule;
  const rules = SHOWN_BESIDE.includes(official) ? SHOWN_BESIDE : [official, ...SHOWN_BESIDE];
  const instance = budgetInstance(vote, groups);
  return budgetOutcome(vote.rule, count({ instance, rules, increment: vote.increment!, threshold: vote.threshold }));
}

function ranked(vote: StoredVote, groups: readonly string[]): Outcome {
  const official = vote.rule as RankedRule;
  const rules = RANKED_BESIDE.includes(official) ? RANKED_BESIDE : [official, ...RANKED_BESIDE];
  return rankedOutcome(vote.rule, vote.seats, count({ instance: rankedInstance(vote, groups), rules, seats: vote.seats }));
}

function consent(vote: StoredVote, groups: readonly string[]): Outcome {
  const { ballots } = singleBallots(vote, groups);
  const reasons = ballots.flatMap((b) => (b.kind === 'consent' && b.reason ? [b.reason] : []));
  // In the order of the alphabet, so that their order tells nothing about who came when.
  const answers = { ...consentTotals(ballots), reasons: reasons.sort() };
  return { kind: 'consent', winners: [], tieMattered: false, lotMattered: false, consent: answers };
}
