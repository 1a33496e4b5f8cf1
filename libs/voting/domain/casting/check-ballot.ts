import type { Ballot, BallotRefusal, BallotRules, BallotVerdict } from './ballot.js';

type RulesOf<M extends BallotRules['method']> = Extract<BallotRules, { method: M }>;
type BallotOf<K extends Ballot['kind']> = Extract<Ballot, { kind: K }>;

/** Checks a ballot against the frozen rules of its poll and brings it into canonical form. */
export function checkBallot(rules: BallotRules, ballot: Ballot): BallotVerdict {
  if ((rules.method === 'approval' || rules.method === 'knapsack') && ballot.kind === 'choices') return checkChoices(rules, ballot);
  if (rules.method === 'points' && ballot.kind === 'points') return checkPoints(rules, ballot);
  if (rules.method === 'ranked' && ballot.kind === 'ranked') return checkRanks(rules, ballot);
  if (rules.method === 'consent' && ballot.kind === 'consent') return checkConsent(ballot);
  if (rules.method === 'dates' && ballot.kind === 'dates') return checkDates(rules, ballot);
  return { ok: false, refusals: [{ code: 'WRONG_METHOD' }] };
}

function checkChoices(rules: RulesOf<'approval'> | RulesOf<'knapsack'>, { choices }: BallotOf<'choices'>): BallotVerdict {
  const refusals = checkOptions(rules.options, choices);
  if (rules.method === 'approval') {
    // An empty ballot abstains from the whole question, so the minimum binds only those who choose.
    if (choices.length > 0 && choices.length < rules.min) refusals.push({ code: 'TOO_FEW', bound: rules.min, found: choices.length });
    if (rules.max !== null && choices.length > rules.max) refusals.push({ code: 'TOO_MANY', bound: rules.max, found: choices.length });
  } else {
    const cost = choices.reduce((sum, option) => sum + (rules.costs.get(option) ?? 0n), 0n);
    if (cost > rules.pot) refusals.push({ code: 'OVER_BUDGET', bound: rules.pot, found: cost });
    if (choices.length > 0 && rules.minSpend !== null && cost < rules.minSpend)
      refusals.push({ code: 'UNDER_MINIMUM', bound: rules.minSpend, found: cost });
  }
  return verdict(refusals, { kind: 'choices', choices: [...choices].sort() }, choices.length === 0);
}

function checkPoints(rules: RulesOf<'points'>, { points }: BallotOf<'points'>): BallotVerdict {
  const refusals = checkOptions(
    rules.options,
    points.map(({ option }) => option),
  );
  for (const { option, points: own } of points) {
    const cap = rules.cap ?? rules.budget;
    if (!Number.isSafeInteger(own) || own < 0 || own > cap)
      refusals.push({ code: 'POINTS_RANGE', option, bound: own < 0 ? 0 : cap, found: own });
  }
  const sum = points.reduce((total, each) => total + each.points, 0);
  if (sum > rules.budget) refusals.push({ code: 'POINTS_SUM', bound: rules.budget, found: sum });
  const given = points.filter((each) => each.points > 0).map(({ option, points: own }) => ({ option, points: own }));
  return verdict(refusals, { kind: 'points', points: given.sort(byOption) }, given.length === 0);
}

function checkRanks(rules: RulesOf<'ranked'>, { ranks }: BallotOf<'ranked'>): BallotVerdict {
  const refusals = checkOptions(
    rules.options,
    ranks.map(({ option }) => option),
  );
  for (const { option, rank } of ranks) {
    if (!Number.isSafeInteger(rank) || rank < 1) refusals.push({ code: 'RANK_RANGE', option, bound: 1, found: rank });
  }
  const used = [...new Set(ranks.map(({ rank }) => rank))].sort((a, b) => a - b);
  if (!rules.ties && used.length < ranks.length) {
    const repeated = ranks.find(({ rank }, at) => ranks.findIndex((other) => other.rank === rank) < at);
    refusals.push({ code: 'RANK_TIE', ...(repeated ? { option: repeated.option, found: repeated.rank } : {}) });
  }
  const gap = used.findIndex((rank, at) => rank !== at + 1);
  if (rules.gaps === 'refuse' && gap !== -1) refusals.push({ code: 'RANK_GAP', bound: gap + 1, found: used[gap] ?? 0 });
  if (rules.max !== null && ranks.length > rules.max) refusals.push({ code: 'TOO_MANY', bound: rules.max, found: ranks.length });
  const closed = ranks.map(({ option, rank }) => ({ option, rank: used.indexOf(rank) + 1 }));
  return verdict(refusals, { kind: 'ranked', ranks: closed.sort((a, b) => a.rank - b.rank || byOption(a, b)) }, ranks.length === 0);
}

function checkConsent(ballot: BallotOf<'consent'>): BallotVerdict {
  const refusals: BallotRefusal[] = [];
  if (!['agree', 'abstain', 'disagree', 'block'].includes(ballot.answer)) refusals.push({ code: 'UNKNOWN_ANSWER' });
  if (ballot.answer === 'block' && !ballot.reason?.trim()) refusals.push({ code: 'REASON_REQUIRED' });
  const reason = ballot.reason?.trim();
  return verdict(refusals, { kind: 'consent', answer: ballot.answer, ...(reason ? { reason } : {}) }, false);
}

function checkDates(rules: RulesOf<'dates'>, { answers }: BallotOf<'dates'>): BallotVerdict {
  const refusals = checkOptions(
    rules.options,
    answers.map(({ option }) => option),
  );
  for (const { option, answer } of answers) {
    if (!['yes', 'maybe', 'no'].includes(answer)) refusals.push({ code: 'UNKNOWN_ANSWER', option });
  }
  const given = answers.map(({ option, answer }) => ({ option, answer }));
  return verdict(refusals, { kind: 'dates', answers: given.sort(byOption) }, given.length === 0);
}

/** Every option must be on the ballot and be named once. */
function checkOptions(known: ReadonlySet<string>, named: readonly string[]): BallotRefusal[] {
  const seen = new Set<string>();
  return named.flatMap((option): BallotRefusal[] => {
    if (!known.has(option)) return [{ code: 'UNKNOWN_OPTION', option }];
    if (seen.has(option)) return [{ code: 'DUPLICATE_OPTION', option }];
    seen.add(option);
    return [];
  });
}

function verdict(refusals: readonly BallotRefusal[], ballot: Ballot, empty: boolean): BallotVerdict {
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, ballot, empty };
}

function byOption(a: { option: string }, b: { option: string }): number {
  return a.option < b.option ? -1 : a.option > b.option ? 1 : 0;
}
