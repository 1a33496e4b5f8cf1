import type { Money } from '#kernel';
import { reading } from '#voting/count';
import type { Method, OfficialRule } from './methods.js';
import { POT, rulesFor } from './methods.js';
import type { TieRule } from './frozen-rules.js';

/** Who may be let into the electorate, besides needing a confirmed account. */
export const ADMISSIONS = ['everyone', 'backers', 'invited', 'code'] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** A thing to choose that is no proposal: a date, a name, a theme. */
export interface OwnOption {
  title: string;
  startsAt?: Date;
}

/** A vote as an organiser declares it; what is left out is settled by `settled`. */
export interface BallotDraft {
  title: string;
  question?: string;
  method?: Method;
  pot?: Money;
  /** Minor units that a knapsack ballot spends at least unless it is empty; none without it (PBG-3). */
  minSpendMinor?: bigint;
  proposalIds?: readonly string[];
  options?: readonly OwnOption[];
  /** When it opens by itself; without it an organiser opens it. No rule: it is never frozen. */
  opensAt?: Date;
  closesAt: Date;
  minChoices?: number;
  maxChoices?: number;
  seats?: number;
  pointsBudget?: number;
  pointsCap?: number;
  equalRanks?: boolean;
  threshold?: number;
  rule?: OfficialRule;
  incrementMinor?: bigint;
  tieRule?: TieRule;
  lateJoiners?: 'admitted' | 'refused';
  admits?: readonly Admission[];
  anonymous?: boolean;
  talliesOnly?: boolean;
  quorum?: number;
  noticeHours?: number;
}

/** A field that is at fault. */
export interface Fault {
  pointer: string;
  message: string;
}

const FEWEST_OPTIONS = 2;

/** Everything wrong with a draft, field by field. */
export function faultsOfDraft(draft: BallotDraft, event: { currency: string }, now: Date): Fault[] {
  const method = draft.method ?? 'approval';
  const faults: Fault[] = [];
  const fault = (pointer: string, message: string): number => faults.push({ pointer, message });
  if (draft.closesAt <= now) fault('/closesAt', `must be later than ${now.toISOString()}`);
  if (draft.opensAt && draft.opensAt <= now) fault('/opensAt', `must be later than ${now.toISOString()}`);
  if (draft.opensAt && draft.opensAt >= draft.closesAt) fault('/opensAt', `must be earlier than ${draft.closesAt.toISOString()}, the end`);
  faultsOfPot(draft, method, event.currency, fault);
  faultsOfOptions(draft, method, fault);
  faultsOfLimits(draft, method, fault);
  const rules = rulesFor(method, draft.pot !== undefined);
  if (draft.rule && !rules.includes(draft.rule)) fault('/rule', `must be one of ${rules.join(', ')} for this method`);
  return faults;
}

type Say = (pointer: string, message: string) => number;

function faultsOfPot({ pot, noticeHours, minSpendMinor }: BallotDraft, method: Method, currency: string, fault: Say): void {
  if (POT[method] === 'needed' && !pot) fault('/pot', `is needed for a ${method} ballot`);
  if (POT[method] === 'none' && pot) fault('/pot', `does not belong to a ${method} ballot`);
  if (pot && pot.currency !== currency) fault('/pot/currency', `must be ${currency}, the event’s currency`);
  if (pot && pot.minor <= 0n) fault('/pot/amount', 'must be more than nothing');
  if (minSpendMinor !== undefined && method !== 'knapsack') fault('/minSpend', 'belongs to knapsack ballots');
  else if (minSpendMinor !== undefined && pot && minSpendMinor > pot.minor) fault('/minSpend', `must be at most ${pot.minor}, the pot`);
  if (!pot && noticeHours) fault('/noticeHours', 'belongs to votes with a pot, whose prices must have been public');
}

function faultsOfOptions({ pot, proposalIds, options }: BallotDraft, method: Method, fault: Say): void {
  if (method === 'consent') {
    if (proposalIds || options)
      fault(proposalIds ? '/proposalIds' : '/options', 'do not belong to a consent ballot: the question is what people answer');
    return;
  }
  if (proposalIds && options) fault('/options', 'and proposalIds exclude each other');
  if (!proposalIds && !options) fault(pot || method === 'approval' ? '/proposalIds' : '/options', 'are needed');
  if (pot && options) fault('/options', 'cost nothing; a vote within a pot needs proposals with prices');
  if (options && options.length < FEWEST_OPTIONS) fault('/options', `must be at least ${FEWEST_OPTIONS}`);
  faultsOfTitles(options ?? [], fault);
  if (method !== 'dates') return;
  if (proposalIds) fault('/proposalIds', 'do not belong to a date poll');
  options?.forEach((o, at) => !o.startsAt && fault(`/options/${at}/startsAt`, 'is needed in a date poll'));
}

/** Nobody could tell two that read alike from each other; dates may, if they are not the same day and hour. */
function faultsOfTitles(options: readonly OwnOption[], fault: Say): void {
  const first = new Map<string, number>();
  options.forEach(({ title, startsAt }, at) => {
    const key = `${startsAt?.getTime() ?? ''} ${reading(title)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    else fault(`/options/${at}/title`, `must differ from that of option ${before + 1}`);
  });
}

function faultsOfLimits(draft: BallotDraft, method: Method, fault: Say): void {
  const count = optionCount(draft);
  const max = draft.maxChoices ?? count;
  if (draft.maxChoices !== undefined && max > count) fault('/maxChoices', `must be at most ${count}, the number of options`);
  if ((draft.minChoices ?? 0) > max) fault('/minChoices', `must be at most ${max}`);
  if (draft.minChoices && method !== 'approval') fault('/minChoices', 'belongs to approval ballots');
  if (method === 'points' && draft.pointsBudget === undefined) fault('/pointsBudget', 'is needed for a points ballot');
  if (method !== 'points' && draft.pointsBudget !== undefined) fault('/pointsBudget', 'belongs to points ballots');
  if (method !== 'points' && draft.pointsCap !== undefined) fault('/pointsCap', 'belongs to points ballots');
  if ((draft.pointsCap ?? 0) > (draft.pointsBudget ?? draft.pointsCap ?? 0))
    fault('/pointsCap', `must be at most ${draft.pointsBudget}, the points of a ballot`);
  if (draft.equalRanks && method !== 'ranked') fault('/equalRanks', 'belongs to ranked ballots');
  const seats = draft.seats ?? 1;
  if (seats > 1 && (draft.pot || method === 'consent')) fault('/seats', 'does not belong to this vote');
  if (seats > 1 && seats >= count && count > 0) fault('/seats', `must be less than ${count}, the number of options`);
  if (seats > 1 && method === 'ranked' && draft.rule !== 'scottish_stv') fault('/seats', 'of more than one need the rule scottish_stv');
}

export const optionCount = (draft: BallotDraft): number => draft.proposalIds?.length ?? draft.options?.length ?? 0;

/** The same draft with everything settled that was left open. */
export function settled(draft: BallotDraft, currency: string) {
  const method = draft.method ?? 'approval';
  return {
    title: draft.title.trim(),
    question: draft.question?.trim() ?? '',
    method,
    minChoices: draft.minChoices ?? 0,
    maxChoices: draft.maxChoices ?? optionCount(draft),
    seats: draft.seats ?? 1,
    pointsBudget: draft.pointsBudget ?? null,
    pointsCap: draft.pointsCap ?? null,
    equalRanks: draft.equalRanks ?? false,
    threshold: draft.threshold ?? 0,
    potMinor: draft.pot?.minor ?? null,
    minSpendMinor: draft.minSpendMinor ?? null,
    currency,
    rule: draft.rule ?? rulesFor(method, draft.pot !== undefined)[0]!,
    incrementMinor: draft.pot ? (draft.incrementMinor ?? null) : null,
    tieRule: draft.tieRule ?? 'cost_votes_lot',
    lateJoiners: draft.lateJoiners ?? 'admitted',
    admits: draft.admits ?? ['everyone'],
    anonymous: draft.anonymous ?? true,
    talliesOnly: draft.talliesOnly ?? false,
    quorum: draft.quorum ?? 0,
    noticeHours: draft.pot ? (draft.noticeHours ?? DEFAULT_NOTICE_HOURS) : 0,
    closesAt: draft.closesAt,
  } as const;
}

/** Prices are public for so long before a vote over them opens (PRP-6). */
const DEFAULT_NOTICE_HOURS = 48;
