import { decimalOf, instantOf, readMoney, type Amount } from '../../common/format.js';
import { POT, rulesFor, hasSteps, type Method } from '../methods.js';
import type { BallotDetail, BallotOption, BallotRules } from '../types.js';

/** What the form holds: texts as they are typed. */
export interface Draft {
  method: Method;
  title?: string;
  question?: string;
  hasPot?: boolean;
  pot?: string;
  /** Of a knapsack ballot that is not empty; nothing is asked unless somebody types it (PBG-3). */
  minSpend?: string;
  /** proposals: those on the shortlist; own: things of the vote's own. */
  source: 'proposals' | 'own';
  proposalIds?: string[];
  /** One to a line. */
  ownOptions?: string;
  dates?: { startsAt?: string; title?: string }[];
  minChoices?: number | null;
  maxChoices?: number | null;
  seats?: number | null;
  pointsBudget?: number | null;
  pointsCap?: number | null;
  equalRanks?: boolean;
  threshold?: number | null;
  rule?: string;
  increment?: string;
  tieRule: string;
  lateJoiners: string;
  admits: string[];
  anonymous: boolean;
  talliesOnly: boolean;
  quorum?: number | null;
  noticeHours?: number | null;
  opensAt?: string;
  closesAt?: string;
}

/** The defaults of a new vote (spec/voting.md 4): nothing forced, secret, everybody, the lot for ties. */
export const NEW_DRAFT: Draft = {
  method: 'approval',
  hasPot: true,
  source: 'proposals',
  minChoices: 0,
  seats: 1,
  pointsBudget: 10,
  threshold: 0,
  tieRule: 'cost_votes_lot',
  lateJoiners: 'refused',
  admits: ['everyone'],
  anonymous: true,
  talliesOnly: false,
  quorum: 0,
  noticeHours: 48,
};

export interface EventFrame {
  currency: string;
  timeZone: string;
}

/** What the form needs to know of a proposal on the shortlist. */
export interface Shortlisted {
  id: string;
  title: string;
  cost: Amount | null;
}

export const hasPot = (draft: Draft): boolean =>
  POT[draft.method] === 'needed' || (POT[draft.method] === 'possible' && draft.hasPot === true);

/** Only proposals have prices, and only dates have days. */
export const sourceOf = (draft: Draft): 'proposals' | 'own' | 'dates' | 'none' => {
  if (draft.method === 'consent') return 'none';
  if (draft.method === 'dates') return 'dates';
  return hasPot(draft) ? 'proposals' : draft.source;
};

const lines = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The rule that will decide: the one chosen if it fits the method, else the recommended one. */
export function ruleOf(draft: Draft): string {
  const rules = rulesFor(draft.method, hasPot(draft));
  return draft.rule && rules.includes(draft.rule) ? draft.rule : rules[0]!;
}

/** What can be chosen, in the order it was put in. */
export function optionsOf(
  draft: Draft,
  shortlist: readonly Shortlisted[],
  frame: EventFrame,
  dateTitle: (instant: string) => string,
): BallotOption[] {
  const own = (title: string, at: number, startsAt: string | null = null): BallotOption => ({
    ...{ optionId: `own-${at}`, proposalId: null, title, cost: null, startsAt, withdrawn: false },
  });
  switch (sourceOf(draft)) {
    case 'none':
      return [];
    case 'own':
      return lines(draft.ownOptions).map((title, at) => own(title, at));
    case 'dates':
      return datesOf(draft, frame).map(({ startsAt, title }, at) => own(title || dateTitle(startsAt), at, startsAt));
    case 'proposals':
      return (draft.proposalIds ?? []).flatMap((id) => {
        const found = shortlist.find((proposal) => proposal.id === id);
        return found ? [{ optionId: id, proposalId: id, title: found.title, cost: found.cost, startsAt: null, withdrawn: false }] : [];
      });
  }
}

function datesOf(draft: Draft, { timeZone }: EventFrame): { startsAt: string; title: string }[] {
  return (draft.dates ?? [])
    .filter((date) => date.startsAt)
    .map((date) => ({ startsAt: instantOf(date.startsAt!.slice(0, 16), timeZone), title: date.title?.trim() ?? '' }));
}

const money = (text: string | undefined, { currency }: EventFrame): Amount | null => (text ? (readMoney(text, currency) ?? null) : null);

/** The draft in the form in which a declared vote is shown: for the preview and the plain words. */
export function rulesOf(draft: Draft, options: BallotOption[], frame: EventFrame): BallotRules {
  const { method } = draft;
  const ranksOrPicks = method === 'approval' || method === 'support' || method === 'ranked';
  return {
    ...{ title: draft.title ?? '', question: draft.question ?? '', method, options },
    pot: hasPot(draft) ? money(draft.pot, frame) : null,
    minSpend: method === 'knapsack' ? money(draft.minSpend, frame) : null,
    minChoices: method === 'approval' ? (draft.minChoices ?? 0) : 0,
    maxChoices: Math.min((ranksOrPicks && draft.maxChoices) || options.length, options.length),
    seats: hasPot(draft) || method === 'consent' ? 1 : (draft.seats ?? 1),
    pointsBudget: method === 'points' ? (draft.pointsBudget ?? null) : null,
    pointsCap: method === 'points' ? (draft.pointsCap ?? null) : null,
    equalRanks: method === 'ranked' && draft.equalRanks === true,
    threshold: draft.threshold ?? 0,
    rule: ruleOf(draft),
    increment: hasPot(draft) && hasSteps(ruleOf(draft)) ? money(draft.increment, frame) : null,
    ...{ tieRule: draft.tieRule, lateJoiners: draft.lateJoiners, admits: draft.admits, anonymous: draft.anonymous },
    ...{ talliesOnly: draft.talliesOnly, quorum: draft.quorum ?? 0, noticeHours: hasPot(draft) ? (draft.noticeHours ?? 48) : 0 },
    opensAt: draft.opensAt ? instantOf(draft.opensAt.slice(0, 16), frame.timeZone) : null,
    closesAt: draft.closesAt ? instantOf(draft.closesAt.slice(0, 16), frame.timeZone) : null,
  };
}

/** What is sent: nothing that does not belong to the method. */
export function bodyOf(draft: Draft, rules: BallotRules): Record<string, unknown> {
  const source = sourceOf(draft);
  const { method, pot } = rules;
  const body: Record<string, unknown> = {
    ...{ title: rules.title, question: rules.question, method, rule: rules.rule, tieRule: rules.tieRule },
    ...{ lateJoiners: rules.lateJoiners, admits: rules.admits, anonymous: rules.anonymous, talliesOnly: rules.talliesOnly },
    ...{ quorum: rules.quorum, closesAt: rules.closesAt, opensAt: rules.opensAt ?? undefined },
  };
  if (pot) Object.assign(body, { pot, noticeHours: rules.noticeHours, increment: rules.increment?.amount });
  if (source === 'proposals') body.proposalIds = draft.proposalIds ?? [];
  if (source === 'own' || source === 'dates')
    body.options = rules.options.map(({ title, startsAt }) => ({ title, ...(startsAt ? { startsAt } : {}) }));
  if (method === 'knapsack') body.minSpend = rules.minSpend?.amount;
  if (method === 'approval') Object.assign(body, { minChoices: rules.minChoices, maxChoices: rules.maxChoices });
  if (method === 'support' || method === 'ranked') body.maxChoices = rules.maxChoices;
  if (method === 'ranked') body.equalRanks = rules.equalRanks;
  if (method === 'points') Object.assign(body, { pointsBudget: rules.pointsBudget, pointsCap: rules.pointsCap ?? undefined });
  if (!pot && method !== 'consent') body.seats = rules.seats;
  if (rules.threshold > 0 && (rules.rule === 'greedy_with_threshold' || rules.rule === 'most_votes')) body.threshold = rules.threshold;
  return body;
}

/** The form of a draft that was stored. */
export function draftOf(ballot: BallotDetail, { timeZone }: EventFrame): Draft {
  const proposals = ballot.options.every((option) => option.proposalId !== null);
  const wall = (instant: string): string => wallOf(instant, timeZone);
  return {
    ...NEW_DRAFT,
    ...{ method: ballot.method as Method, title: ballot.title, question: ballot.question, hasPot: ballot.pot !== null },
    pot: ballot.pot ? decimalOf(ballot.pot) : undefined,
    minSpend: ballot.minSpend ? decimalOf(ballot.minSpend) : undefined,
    source: proposals && ballot.options.length ? 'proposals' : 'own',
    proposalIds: ballot.options.flatMap((option) => option.proposalId ?? []),
    ownOptions: proposals ? undefined : ballot.options.map((option) => option.title).join('\n'),
    dates: ballot.options.flatMap((option) => (option.startsAt ? [{ startsAt: wall(option.startsAt), title: option.title }] : [])),
    ...{ minChoices: ballot.minChoices, seats: ballot.seats, pointsBudget: ballot.pointsBudget ?? 10, pointsCap: ballot.pointsCap },
    maxChoices: ballot.maxChoices === ballot.options.length ? null : ballot.maxChoices,
    ...{ equalRanks: ballot.equalRanks, threshold: ballot.threshold, rule: ballot.rule, tieRule: ballot.tieRule },
    increment: ballot.increment ? decimalOf(ballot.increment) : undefined,
    ...{ lateJoiners: ballot.lateJoiners, admits: ballot.admits, anonymous: ballot.anonymous, talliesOnly: ballot.talliesOnly },
    ...{ quorum: ballot.quorum, noticeHours: ballot.noticeHours, closesAt: wall(ballot.closesAt) },
    opensAt: ballot.opensAt ? wall(ballot.opensAt) : undefined,
  };
}

/** What the clock on the wall of the event shows at an instant: `YYYY-MM-DDTHH:mm`. */
function wallOf(instant: string, timeZone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
  return text.replace(' ', 'T');
}
