import type { BudgetInstance } from '#voting/count';

/**
 * The reference of scenario 14: equal shares with cost utilities and add-one, in doubles and typed arrays and nothing else.
 * No care for ties or rounding, so it may be wrong where two projects are close; that is what exactness is held against.
 * Endowment and amounts in minor units. Answers positions in order of election.
 */
export function equalSharesInFloats({ projects, ballots, budget, decimals }: BudgetInstance): number[] {
  const cost = Float64Array.from(projects, (project) => Number(project.cost));
  const voters = Float64Array.from(ballots, (ballot) => ballot.count);
  const supporters = supportersOf(ballots, projects.length);
  const votes = supporters.map((list) => list.reduce((sum, group) => sum + voters[group]!, 0));
  const wanted = projects.map((_, at) => at).filter((at) => votes[at]! > 0);
  const pot = Number(budget);
  const unit = 10 ** decimals;
  const money = new Float64Array(voters.length);
  const rate = new Float64Array(projects.length);

  const run = (endowment: number): { winners: number[]; spent: number } => {
    money.fill(endowment);
    for (const at of wanted) rate[at] = 1 / votes[at]!;
    const winners: number[] = [];
    let spent = 0;
    let open = wanted;
    for (;;) {
      let best = -1;
      let least = Infinity;
      open = open.filter((at) => rate[at]! < Infinity).sort((a, b) => rate[a]! - rate[b]!);
      for (const at of open) {
        if (rate[at]! > least) break;
        rate[at] = rateOf(supporters[at]!, cost[at]!, rate[at]! * cost[at]!, money, voters);
        if (rate[at]! < least) [best, least] = [at, rate[at]!];
      }
      if (best < 0) return { winners, spent };
      const payment = least * cost[best]!;
      for (const group of supporters[best]!) money[group] = Math.max(0, money[group]! - payment);
      winners.push(best);
      spent += cost[best]!;
      rate[best] = Infinity;
    }
  };

  let endowment = Math.floor(pot / voters.reduce((sum, count) => sum + count, 0) / unit) * unit;
  for (let kept = run(endowment); ;) {
    const missing = wanted.filter((at) => !kept.winners.includes(at));
    if (missing.every((at) => cost[at]! > pot - kept.spent)) return kept.winners;
    endowment += unit;
    const next = run(endowment);
    if (next.spent > pot) return kept.winners;
    kept = next;
  }
}

/** The groups behind each project. */
function supportersOf(ballots: BudgetInstance['ballots'], projects: number): Int32Array[] {
  const lists = Array.from({ length: projects }, (): number[] => []);
  ballots.forEach((ballot, group) => {
    for (const at of ballot.choices) lists[at]!.push(group);
  });
  return lists.map((list) => Int32Array.from(list));
}

/** What each unit of a project's cost would cost a supporter who can pay in full: those who cannot give all they have. */
function rateOf(supporters: Int32Array, cost: number, floor: number, money: Float64Array, voters: Float64Array): number {
  for (let payment = floor; ;) {
    let given = 0;
    let able = 0;
    let poorest = Infinity;
    for (const group of supporters) {
      const own = money[group]!;
      if (own < payment) given += voters[group]! * own;
      else {
        able += voters[group]!;
        if (own < poorest) poorest = own;
      }
    }
    if (able === 0) return Infinity;
    const next = (cost - given) / able;
    if (next <= poorest) return next / cost;
    payment = next;
  }
}
