import { formatFraction, formatRounded } from '../arithmetic/decimal.js';
import type { Rational } from '../arithmetic/rational.js';
import { rational } from '../arithmetic/rational.js';
import { limitViolations } from '../files/pabulib-limits.js';
import type { BudgetInstance } from '../instance.js';
import type { BudgetOutcome } from './budget-count.js';
import { BudgetCount } from './budget-count.js';
import { budgetRulesFor } from './budget-rules.js';
import { accountFor } from './equal-shares-account.js';
import { officialSelection } from './official.js';
import { hasScores } from './tally.js';

/** JSON of a published outcome: plain values only. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The published outcome of a budget vote under several rules, in the shape and with the names of the published rules, section 8. */
export function budgetDocument(instance: BudgetInstance, parameters: { increment?: bigint } = {}, rules = budgetRulesFor(instance)): Json {
  const count = new BudgetCount(instance, parameters);
  const writer = new Writer(instance);
  const { tally } = count;
  const outcomes = rules.map((rule) => count.by(rule));
  const official = officialSelection(count, outcomes);
  return {
    ballots: tally.ballots,
    projects: instance.projects.length,
    budget: writer.money(instance.budget),
    vote_type: instance.voteType,
    votes: writer.perProject((at) => tally.votes[at] ?? 0),
    ...(hasScores(instance) ? { score: writer.perProject((at) => writer.points(tally.scores[at] ?? 0)) } : {}),
    empty_ballots: tally.emptyBallots,
    limit_violations: { ...limitViolations(instance) },
    explanation_mes_cost_add1: accountDocument(count, writer),
    rules: Object.fromEntries(outcomes.map((outcome) => [outcome.rule, ruleDocument(outcome, writer)])),
    ...(official
      ? {
          official: {
            rule: official.rule,
            selected: official.selected.map((at) => writer.id(at)),
            total_cost: writer.money(official.totalCost),
            reproduced_by: [...official.reproducedBy],
          },
        }
      : {}),
  };
}

function ruleDocument(outcome: BudgetOutcome, writer: Writer): Json {
  const shares = outcome.equalShares;
  const endowment = shares ? writer.fraction(shares.run.endowment) : '';
  return {
    winners: outcome.winners.map((at) => writer.id(at)),
    total_cost: writer.money(outcome.totalCost),
    ...(shares && shares.increment === null ? { endowment } : {}),
    ...(shares && shares.increment !== null
      ? { increment: writer.wholeUnits(shares.increment), final_endowment: endowment, runs: shares.runs }
      : {}),
    ballots_with_no_funded_choice: outcome.ballotsWithNoFundedChoice,
    funded_choices_per_ballot: formatRounded(outcome.fundedChoicesPerBallot, 4),
  };
}

function accountDocument(count: BudgetCount, writer: Writer): Json {
  const outcome = count.by('mes_cost_add1');
  if (!outcome.equalShares) return null;
  const account = accountFor(count.engine('cost'), outcome.equalShares.run);
  return {
    endowment: writer.fraction(account.endowment),
    steps: account.purchases.map((purchase) => ({
      project: writer.id(purchase.project),
      supporters: purchase.supporters,
      pays_full_share: purchase.payFullShare,
      pays_last_money: purchase.payLastMoney,
      had_nothing_left: purchase.hadNothingLeft,
      share: formatRounded(writer.units(purchase.share), 6),
      effective_votes: formatRounded(purchase.effectiveVotes, 6),
      ...(purchase.tiedWith.length > 0 ? { tied_with: purchase.tiedWith.map((at) => writer.id(at)) } : {}),
    })),
    not_elected: account.notElected.map((remainder) => ({
      project: writer.id(remainder.project),
      supporters: remainder.supporters,
      supporters_money_left: formatRounded(writer.units(remainder.moneyLeft), 2),
      short_by: formatRounded(writer.units(remainder.shortBy), 2),
    })),
    money_spent: formatRounded(writer.units({ n: account.moneySpent, d: 1n }), 2),
    money_left_with_voters: formatRounded(writer.units(account.moneyLeft), 2),
  };
}

class Writer {
  private readonly unit: bigint;

  constructor(private readonly instance: BudgetInstance) {
    this.unit = 10n ** BigInt(instance.decimals);
  }

  id(at: number): string {
    return this.instance.projects[at]?.id ?? '';
  }

  units(minor: Rational): Rational {
    return rational(minor.n, minor.d * this.unit);
  }

  fraction(minor: Rational): string {
    return formatFraction(this.units(minor));
  }

  money(minor: bigint): string {
    return this.fraction({ n: minor, d: 1n });
  }

  points(scaled: number): string {
    return formatFraction(rational(BigInt(scaled), 10n ** BigInt(this.instance.pointDecimals)));
  }

  wholeUnits(minor: bigint): Json {
    return minor % this.unit === 0n ? Number(minor / this.unit) : this.money(minor);
  }

  perProject(value: (at: number) => Json): Json {
    return Object.fromEntries(this.instance.projects.map((project, at) => [project.id, value(at)]));
  }
}
