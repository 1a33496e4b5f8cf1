import type { BudgetInstance, BudgetRule } from '#voting/count';
import { BUDGET_RULES, BudgetCount, count, countBallots, readPabulib, readPreflib } from '#voting/count';
import { EqualShares } from '../../libs/voting/domain/budget/equal-shares.js';
import { fullOfTies, madePabulib, madeRankings } from './made-votes.js';

/** One vote to count, and how long it may take. */
export interface Case {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  /** Largest resident memory of the process, where there is a bound. */
  readonly megabytes?: number;
  /** Prepares the input; what it gives back is timed, and answers what was found. */
  prepare(): () => string;
}

const tell = (instance: BudgetInstance, rule: BudgetRule): string => {
  const outcome = new BudgetCount(instance).by(rule);
  return `${outcome.winners.length} of ${instance.projects.length} funded${outcome.equalShares ? `, ${outcome.equalShares.runs} runs` : ''}`;
};

/** The targets of the voting specification, section 10, and the largest vote of the performance specification. */
export const CASES: readonly Case[] = [
  {
    ...{ name: 'event', title: '250 × 20, each of the rules with its account (slowest)', seconds: 0.05 },
    prepare() {
      const instance = readPabulib(madePabulib(250, 20, { points: true }));
      return () => {
        let slowest = { rule: '', ms: 0, cpu: 0 };
        for (const rule of BUDGET_RULES) {
          const [from, used] = [performance.now(), process.cpuUsage()];
          count({ instance, rules: [rule] });
          const [ms, { user, system }] = [performance.now() - from, process.cpuUsage(used)];
          if (user + system > slowest.cpu) slowest = { rule, ms, cpu: user + system };
        }
        return `time ${slowest.ms / 1_000} ${slowest.cpu / 1e6} ${BUDGET_RULES.length} rules, slowest ${slowest.rule}`;
      };
    },
  },
  {
    ...{ name: 'town', title: '10,000 × 60, add1u', seconds: 0.5 },
    prepare() {
      const instance = readPabulib(madePabulib(10_000, 60));
      return () => tell(instance, 'mes_cost_add1u');
    },
  },
  {
    ...{ name: 'city', title: '66,045 × 163, reading and add1u', seconds: 2, megabytes: 512 },
    prepare() {
      const text = Buffer.from(madePabulib(66_045, 163));
      return () => {
        const instance = readPabulib(text);
        return `${tell(instance, 'mes_cost_add1u')}, ${instance.ballots.length} different ballots`;
      };
    },
  },
  {
    ...{ name: 'greedy', title: '131,778 × 197, reading and greedy', seconds: 3 },
    prepare() {
      const text = Buffer.from(madePabulib(131_778, 197));
      return () => tell(readPabulib(text), 'greedy_votes');
    },
  },
  {
    ...{ name: 'ranked', title: '79,000 × 36, duels and Schulze', seconds: 1 },
    prepare() {
      const text = madeRankings(79_000, 36);
      return () => {
        const instance = readPreflib(text);
        const [schulze] = count({ instance, rules: ['schulze'] }).outcomes;
        return `${schulze?.winners.join()} of ${countBallots(instance)} ballots, ${instance.ballots.length} orders`;
      };
    },
  },
  {
    ...{ name: 'exact', title: '250 × 20 full of ties, 2,000 runs by exact arithmetic', seconds: 10 },
    prepare() {
      const instance = fullOfTies();
      const engine = new EqualShares(instance, 'cost', 'exact');
      return () => {
        let ties = 0;
        for (let run = 0; run < 2_000; run += 1)
          ties += engine.run({ n: BigInt(4_000 + run), d: 10n }).tiedWith.filter((tied) => tied.length > 0).length;
        return `${ties} ties told`;
      };
    },
  },
  {
    ...{ name: 'large', title: '78,904 × 138, reading and add1', seconds: 3 },
    prepare() {
      const text = Buffer.from(madePabulib(78_904, 138));
      return () => tell(readPabulib(text), 'mes_cost_add1');
    },
  },
];
