import type { RankedInstance } from '../instance.js';

/** Points in halves: m-1 points for first place down to 0; tied and missing candidates share those of their places. */
export function bordaHalves({ candidates, ballots }: RankedInstance): number[] {
  const halves = candidates.map(() => 0);
  for (const { count, ranks } of ballots) {
    const listed = new Set(ranks.flat());
    const missing = [...candidates.keys()].filter((at) => !listed.has(at));
    let place = 0;
    for (const group of [...ranks, missing]) {
      const shared = 2 * (candidates.length - 1 - place) - (group.length - 1);
      for (const at of group) halves[at] = (halves[at] ?? 0) + count * shared;
      place += group.length;
    }
  }
  return halves;
}
