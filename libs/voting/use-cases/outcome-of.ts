import { Injectable } from '@nestjs/common';
import type { Db } from '#platform';
import { type BudgetRule, type RankedRule, consentTotals, dateTotals, optionTotals } from '#voting/count';
import { countInThread } from '../count-in-thread.js';
import { resultKindOf } from '../rules/methods.js';
import { type Outcome, budgetOutcome, datesOutcome, rankedOutcome, totalsOutcome } from '../rules/result-document.js';
import type { BallotRow } from '../store/ballots.store.js';
import type { CountedVotes } from '../store/votes.store.js';
import { PollInstance } from './poll-instance.js';

/** Beside the official rule the result shows what these would have done. */
const SHOWN_BESIDE: readonly BudgetRule[] = ['greedy_votes', 'mes_cost_none', 'mes_cost_add1', 'mes_cost_add1u'];
const RANKED_BESIDE: readonly RankedRule[] = ['schulze', 'irv', 'ranked_pairs', 'borda'];

/** What the ballots of a closed vote come to, by its official rule and others beside it. */
@Injectable()
export class OutcomeOf {
  constructor(private readonly instance: PollInstance) {}

  async of(db: Db, ballot: BallotRow, which: CountedVotes = 'all'): Promise<Outcome> {
    switch (resultKindOf(ballot.method, ballot.pot_minor !== null)) {
      case 'budget':
        return this.budget(db, ballot, which);
      case 'ranked':
        return this.ranked(db, ballot, which);
      case 'totals':
        return this.totals(db, ballot, which);
      case 'dates':
        return this.dates(db, ballot, which);
      case 'consent':
        return this.consent(db, ballot, which);
    }
  }

  private async budget(db: Db, ballot: BallotRow, which: CountedVotes): Promise<Outcome> {
    const instance = await this.instance.budget(db, ballot, undefined, which);
    const official = ballot.rule as BudgetRule;
    const rules = SHOWN_BESIDE.includes(official) ? SHOWN_BESIDE : [official, ...SHOWN_BESIDE];
    return budgetOutcome(
      ballot.rule,
      await countInThread({ instance, rules, increment: ballot.increment_minor!, threshold: ballot.threshold }),
    );
  }

  private async ranked(db: Db, ballot: BallotRow, which: CountedVotes): Promise<Outcome> {
    const instance = await this.instance.ranked(db, ballot, undefined, which);
    const official = ballot.rule as RankedRule;
    const rules = RANKED_BESIDE.includes(official) ? RANKED_BESIDE : [official, ...RANKED_BESIDE];
    return rankedOutcome(ballot.rule, ballot.seats, await countInThread({ instance, rules, seats: ballot.seats }));
  }

  private async totals(db: Db, ballot: BallotRow, which: CountedVotes): Promise<Outcome> {
    const { options, ballots } = await this.instance.ballots(db, ballot, undefined, which);
    return totalsOutcome(optionTotals(options, ballots), ballot.seats, ballot.threshold);
  }

  private async dates(db: Db, ballot: BallotRow, which: CountedVotes): Promise<Outcome> {
    const { options, ballots } = await this.instance.ballots(db, ballot, undefined, which);
    return datesOutcome(dateTotals(options, ballots), ballot.seats);
  }

  private async consent(db: Db, ballot: BallotRow, which: CountedVotes): Promise<Outcome> {
    const { ballots } = await this.instance.ballots(db, ballot, undefined, which);
    const reasons = ballots.flatMap((b) => (b.kind === 'consent' && b.reason ? [b.reason] : []));
    // In the order of the alphabet, so that their order tells nothing about who came when.
    const consent = { ...consentTotals(ballots), reasons: reasons.sort() };
    return { kind: 'consent', winners: [], tieMattered: false, lotMattered: false, consent };
  }
}
