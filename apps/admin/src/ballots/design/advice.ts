import type { BallotRules } from '../types.js';
import { hasSteps } from '../methods.js';
import type { Step } from './steps.js';

/** One piece of advice: where it belongs, what it says, and whether something will be refused. */
export interface Advice {
  step: Step;
  code: string;
  serious?: true;
  figures?: Record<string, string | number>;
}

/** Ranking more than so many signs the ballot: hardly two are alike (spec/voting.md 7.4). */
const MOST_RANKS = 5;
const FEW_OPTIONS = 3;

/** What experience says about a vote as it is designed (spec/voting.md 1, 4 and 9). Options that are too dear are refused at the opening. */
export function adviceOn(rules: BallotRules): Advice[] {
  return [...onMoney(rules), ...onBallots(rules), ...onVoters(rules), ...onRule(rules)];
}

function onMoney({ pot, options, minSpend }: BallotRules): Advice[] {
  if (!pot || options.length === 0) return [];
  const costs = options.map((option) => option.cost?.amount ?? 0);
  const tooDear = options.filter((option) => (option.cost?.amount ?? 0) > pot.amount);
  const dear = tooDear.map(({ title }): Advice => ({ step: 'options', code: 'dearer_than_pot', serious: true, figures: { title } }));
  const together = costs.reduce((sum, cost) => sum + cost, 0);
  const unmet = minSpend && minSpend.amount > Math.min(pot.amount, together);
  const fits = together <= pot.amount;
  return [
    ...dear,
    ...(unmet ? [{ step: 'money', code: 'minimum_out_of_reach', serious: true } as const] : []),
    ...(fits ? [{ step: 'options', code: 'everything_fits' } as const] : []),
  ];
}

function onBallots({ method, minChoices, maxChoices, options, pot, pointsBudget, pointsCap }: BallotRules): Advice[] {
  const said: Advice[] = [];
  const limits = (code: string) => said.push({ step: 'limits', code });
  if (method === 'knapsack') said.push({ step: 'kind', code: 'knapsack' });
  if (method === 'support') said.push({ step: 'kind', code: 'support' });
  if (method === 'points') said.push({ step: 'kind', code: 'points' });
  if (method === 'approval' && minChoices > 0) limits('never_force');
  else if (method === 'approval' && pot) limits('three_picks');
  if (method === 'approval' && pot && maxChoices < FEW_OPTIONS && options.length > FEW_OPTIONS) limits('few_picks');
  if (method === 'ranked' && maxChoices > MOST_RANKS) limits('long_rankings');
  if (method === 'points' && pointsBudget !== null && pointsCap === null) limits('no_cap');
  return said;
}

function onVoters({ anonymous, admits, quorum }: BallotRules): Advice[] {
  const said: Advice[] = [];
  if (!anonymous) said.push({ step: 'voters', code: 'not_secret' });
  if (admits.length === 1 && admits[0] === 'everyone') said.push({ step: 'voters', code: 'everyone' });
  if (quorum > 0) said.push({ step: 'voters', code: 'quorum' });
  return said;
}

function onRule({ rule, method, seats, increment }: BallotRules): Advice[] {
  const said: Advice[] = [];
  const say = (code: string) => said.push({ step: 'rule', code });
  if (rule === 'greedy_votes' || rule === 'greedy_score') say('greedy');
  if (rule === 'greedy_votes_per_cost') say('per_cost');
  if (rule === 'greedy_stop_at_first_misfit' || rule === 'phragmen') say('stops_early');
  if (/^mes_.*_none$/.test(rule)) say('underspends');
  if (rule === 'mes_cost_add1u') say('recommended');
  if (hasSteps(rule)) say(increment ? 'own_increment' : 'usual_increment');
  if (rule === 'irv') say('irv');
  if (method === 'ranked' && seats > 1 && rule !== 'scottish_stv') said.push({ step: 'rule', code: 'several_seats', serious: true });
  return said;
}
