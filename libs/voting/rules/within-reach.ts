/** So many different sums are looked at; where there are more, some choice is taken to be in reach. */
const MOST_SUMS = 50_000;

/** Whether some choice costs at least `least` and at most `pot`. All amounts in minor units; a minimum that nobody can meet would leave only empty ballots. */
export function isWithinReach(costs: readonly bigint[], least: bigint, pot: bigint): boolean {
  const sums = new Set([0n]);
  for (const cost of [...costs].sort((a, b) => (a > b ? -1 : 1))) {
    for (const sum of [...sums]) {
      const more = sum + cost;
      if (more > pot) continue;
      if (more >= least) return true;
      sums.add(more);
    }
    if (sums.size > MOST_SUMS) return true;
  }
  return false;
}
