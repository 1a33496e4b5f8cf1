import { BudgetCount, readPabulib } from '#voting/count';
import { addOne } from '../../libs/voting/domain/budget/completion.js';
import { EqualShares } from '../../libs/voting/domain/budget/equal-shares.js';
import { equalSharesInFloats } from './equal-shares-in-floats.js';
import { madePabulib } from './made-votes.js';
import { median } from './measured.js';

/** Ours over the floats of the same round, middle of the rounds. */
export interface BesideFloats {
  readonly doubles: number;
  readonly exact: number;
  readonly found: string;
}

const ROUNDS = 7;

/**
 * The ratios of scenario 14: the same vote, read once, is counted three ways in turn (floats, ours, ours with every decision by exact
 * arithmetic, and back), so that whatever else the machine does is done to all. Processor time, the first round left out. Throws when
 * the winners or their order differ, or when ours change with the order of the ballots.
 */
export function besideFloats(): BesideFloats {
  const instance = readPabulib(Buffer.from(madePabulib(78_904, 138)));
  const ways = {
    floats: () => equalSharesInFloats(instance),
    doubles: () => [...new BudgetCount(instance).by('mes_cost_add1').winners],
    exact: () => {
      const { run } = addOne(instance, new EqualShares(instance, 'cost', 'exact'), 10n ** BigInt(instance.decimals), 'exhaustive');
      return [...run.free, ...run.purchases];
    },
  };
  const names = ['floats', 'doubles', 'exact'] as const;
  const ratios = { doubles: [] as number[], exact: [] as number[] };
  let winners = '';
  for (let round = 0; round <= ROUNDS; round += 1) {
    const seconds = { floats: 0, doubles: 0, exact: 0 };
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const used = process.cpuUsage();
      const found = ways[name]().join();
      const { user, system } = process.cpuUsage(used);
      seconds[name] = user + system;
      winners ||= found;
      if (found !== winners) throw new Error(`${name} gives other winners: ${found} instead of ${winners}`);
    }
    if (round === 0) continue;
    ratios.doubles.push(seconds.doubles / seconds.floats);
    ratios.exact.push(seconds.exact / seconds.floats);
  }
  const backwards = new BudgetCount({ ...instance, ballots: [...instance.ballots].reverse() }).by('mes_cost_add1').winners.join();
  if (backwards !== winners) throw new Error(`the order of the ballots changes the winners: ${backwards} instead of ${winners}`);
  return { doubles: median(ratios.doubles), exact: median(ratios.exact), found: `${winners.split(',').length} of 138 funded by all three` };
}
