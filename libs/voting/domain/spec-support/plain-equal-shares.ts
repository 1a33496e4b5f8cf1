import type { Rational } from '../arithmetic/rational.js';
import { compare, rational } from '../arithmetic/rational.js';
import type { Utility } from '../budget/electorate.js';
import { supported, tally } from '../budget/tally.js';
import { tieOrder } from '../budget/tie-order.js';
import type { BudgetInstance } from '../instance.js';

interface Voter {
  money: Rational;
  readonly gain: ReadonlyMap<number, bigint>;
}

interface Offer {
  readonly project: number;
  readonly price: Rational;
}

const ZERO: Rational = { n: 0n, d: 1n };
const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Rational, b: bigint): Rational => rational(a.n * b, a.d);
const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);

/** Section 3 of the published rules, word by word, voter by voter and in fractions only: slow, and easy to check by reading. */
export function plainEqualShares(instance: BudgetInstance, utility: Utility, endowment: Rational): number[] {
  const counts = tally(instance);
  const byTie = tieOrder(instance, counts);
  const voters = votersOf(instance, utility, endowment);
  const wanted = instance.projects.map((_, at) => at).filter((at) => (counts.votes[at] ?? 0) > 0);
  const elected = wanted.filter((at) => instance.projects[at]?.cost === 0n).sort(byTie);
  let open = wanted.filter((at) => !elected.includes(at));
  for (;;) {
    const offers = open.flatMap((project): Offer[] => {
      const price = priceOf(instance.projects[project]?.cost ?? 0n, project, voters);
      return price ? [{ project, price }] : [];
    });
    const best = offers.sort((a, b) => compare(a.price, b.price) || byTie(a.project, b.project))[0];
    if (!best) return elected;
    elected.push(best.project);
    for (const voter of voters) {
      const paid = smaller(voter.money, times(best.price, voter.gain.get(best.project) ?? 0n));
      voter.money = add(voter.money, times(paid, -1n));
    }
    open = offers.map((offer) => offer.project).filter((project) => project !== best.project);
  }
}

function votersOf(instance: BudgetInstance, utility: Utility, endowment: Rational): Voter[] {
  return instance.ballots.flatMap((ballot) => {
    const gain = new Map(supported(ballot).map((at) => [at, gainOf(instance, utility, at, ballot.points?.[ballot.choices.indexOf(at)])]));
    return Array.from({ length: ballot.count }, (): Voter => ({ money: endowment, gain }));
  });
}

function gainOf(instance: BudgetInstance, utility: Utility, at: number, points = 1): bigint {
  if (utility === 'cost') return instance.projects[at]?.cost ?? 0n;
  return utility === 'points' ? BigInt(points) : 1n;
}

/** Smallest r with sum of min(money, r * gain) = cost; found by trying, in order, how many of the poorest pay all they have. */
function priceOf(cost: bigint, project: number, voters: readonly Voter[]): Rational | null {
  const limit = (voter: Voter): Rational => rational(voter.money.n, voter.money.d * (voter.gain.get(project) ?? 1n));
  const supporters = voters.filter((voter) => voter.gain.has(project)).sort((a, b) => compare(limit(a), limit(b)));
  let poor = ZERO;
  for (const [at, voter] of supporters.entries()) {
    const gains = supporters.slice(at).reduce((sum, each) => sum + (each.gain.get(project) ?? 0n), 0n);
    const price = add({ n: cost, d: 1n }, times(poor, -1n));
    const r = rational(price.n, price.d * gains);
    if (compare(r, limit(voter)) <= 0) return r;
    poor = add(poor, voter.money);
  }
  return null;
}
