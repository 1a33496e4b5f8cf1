import type { BudgetInstance } from '#voting/count';
import { readPabulib, sha256 } from '#voting/count';

/** A seeded stream of numbers in [0, 1): the same votes on every machine. */
function chance(seed: string): () => number {
  let state = Number.parseInt(sha256(seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Approval or points ballots over projects of uneven cost and popularity, in districts, about four projects a ballot. */
export function madePabulib(ballots: number, projects: number, { points = false, budgetShare = 0.3 } = {}): string {
  const next = chance(`${ballots} ${projects}`);
  const costs = Array.from({ length: projects }, () => Math.round(5_000 * 10 ** (1.6 * next())));
  const budget = Math.round(costs.reduce((sum, cost) => sum + cost, 0) * budgetShare);
  const pick = (): number => Math.floor(projects * next() ** 2);
  const rows = Array.from({ length: ballots }, (_, voter) => {
    const district = Math.floor(next() * 8);
    const wanted = new Set(
      Array.from({ length: 1 + Math.floor(next() * 7) }, () => (pick() + (next() < 0.5 ? district * 7 : 0)) % projects),
    );
    const list = [...wanted].map((at) => `p${at}`).join();
    return points ? `${voter};${list};${[...wanted].map(() => 1 + Math.floor(next() * 5)).join()}` : `${voter};${list}`;
  });
  const meta = {
    description: 'made',
    country: 'Nowhere',
    unit: 'Town',
    instance: '2026',
    num_projects: projects,
    num_votes: ballots,
    budget,
  };
  const lines = [
    ...Object.entries({ ...meta, vote_type: points ? 'cumulative' : 'approval', rule: 'unknown', date_begin: 2026, date_end: 2026 }),
  ];
  const head = ['META', 'key;value', ...lines.map(([key, value]) => `${key};${value}`), 'PROJECTS', 'project_id;cost'];
  return [
    ...head,
    ...costs.map((cost, at) => `p${at};${cost}`),
    'VOTES',
    points ? 'voter_id;vote;points' : 'voter_id;vote',
    ...rows,
    '',
  ].join('\n');
}

/** Rankings of up to three, about as many different ones as Minneapolis had. */
export function madeRankings(ballots: number, candidates: number): string {
  const next = chance(`${ballots} rankings`);
  const orders = new Map<string, number>();
  for (let n = 0; n < ballots; n += 1) {
    const places = new Set(Array.from({ length: 3 }, () => 1 + Math.floor(candidates * next() ** 3)));
    const order = [...places].join();
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  const names = Array.from({ length: candidates }, (_, at) => `# ALTERNATIVE NAME ${at + 1}: C${at + 1}`);
  return ['# DATA TYPE: soi', `# NUMBER ALTERNATIVES: ${candidates}`, ...names, ...[...orders].map(([order, n]) => `${n}: ${order}`)].join(
    '\n',
  );
}

/** Equal costs and mirrored ballots: every comparison is a true tie, which only exact arithmetic can tell. */
export function fullOfTies(): BudgetInstance {
  const projects = 20;
  const rows = Array.from({ length: 250 }, (_, voter) => `${voter};${[0, 1, 3, 7].map((step) => `p${(voter + step) % projects}`).join()}`);
  const head = ['META', 'key;value', 'vote_type;approval', 'budget;100000', 'PROJECTS', 'project_id;cost'];
  return readPabulib(
    [...head, ...Array.from({ length: projects }, (_, at) => `p${at};9000`), 'VOTES', 'voter_id;vote', ...rows].join('\n'),
  );
}
