import type { TFunction } from 'i18next';
import type { ProjectResultView, ReasonView, RuleResultView, TieView } from '../views/results';
import { type Format, exponentOf } from './format';

export interface Telling {
  readonly t: TFunction;
  readonly format: Format;
  readonly currency: string;
  /** What a proposal is called. */
  readonly titleOf: (project: string) => string;
  /** What was bought at a step, counted from 1. */
  readonly boughtAt?: (step: number) => string | undefined;
}

const MOST_NAMED = 3;

/** A decimal amount as people read it: shares are rounded to what can be paid, costs are exact already. */
export function sayAmount(amount: string, currency: string, format: Format): string {
  const exponent = exponentOf(currency);
  return format.money({ amount: Math.round(Number(amount) * 10 ** exponent), currency });
}

const COMPARED: Readonly<Record<string, string>> = { COST: 'result.tie.cost', VOTES: 'result.tie.votes', LOT: 'result.tie.lot' };

/** Why a proposal is in or out, in sentences for people who have never heard of the rule. */
export function reasonSentences(result: ProjectResultView, telling: Telling): string[] {
  const { t, format, currency } = telling;
  const { reason } = result;
  const money = (amount: string | null | undefined): string => (amount ? sayAmount(amount, currency, format) : '');
  const sentences = [
    t(`result.reason.${reason.code}`, {
      defaultValue: t('result.reason.other'),
      cost: format.money(result.cost),
      votes: t('result.votes', { count: result.votes }),
      share: money(reason.share),
      left: money(reason.leftBefore),
      short: money(reason.shortBy),
      have: money(reason.supportersHave),
      earned: money(reason.earned),
      titles: quoted(reason.stoppedBy ?? [], telling),
    }),
  ];
  if (reason.code === 'BOUGHT') sentences.push(whoPaid(reason, t, format), ...worth(reason, telling));
  if (reason.code === 'SUPPORTERS_SHORT') sentences.push(...whyShort(reason, telling, money));
  if (reason.tie) sentences.push(sayTie(reason.tie, telling));
  return sentences;
}

/** What the votes were worth at the purchase: less than their number where some had little left. */
function worth({ effectiveVotes }: ReasonView, { t, format }: Telling): string[] {
  if (effectiveVotes === undefined) return [];
  return [t('result.effectiveVotes', { votes: format.number(Math.round(Number(effectiveVotes) * 10) / 10) })];
}

function whyShort(reason: ReasonView, telling: Telling, money: (amount: string | null | undefined) => string): string[] {
  const { t, format, titleOf, boughtAt } = telling;
  const sentences: string[] = [];
  const after = reason.unaffordableAfterStep;
  const title = after ? boughtAt?.(after) : undefined;
  if (after === 0) sentences.push(t('result.shortFromStart'));
  else if (title !== undefined) sentences.push(t('result.shortAfter', { step: after, title }));
  const drains = [...(reason.drainedBy ?? [])].sort((a, b) => Number(b.amount) - Number(a.amount)).slice(0, MOST_NAMED);
  if (drains.length)
    sentences.push(
      t('result.drained', {
        count: drains.length,
        parts: format.list(drains.map((each) => t('result.drain', { title: titleOf(each.proposalId), amount: money(each.amount) }))),
      }),
    );
  if (reason.effectiveSupport) sentences.push(t('result.effectiveSupport', { percent: format.percent(Number(reason.effectiveSupport)) }));
  if (reason.leftAtEnd) sentences.push(t('result.leftAtEnd', { left: money(reason.leftAtEnd) }));
  return sentences;
}

const quoted = (projects: readonly string[], { t, format, titleOf }: Telling): string =>
  format.list(projects.map((project) => t('result.quoted', { title: titleOf(project) })));

function whoPaid(
  { payFullShare = 0, payLastMoney = 0, hadNothingLeft = 0 }: ProjectResultView['reason'],
  t: TFunction,
  format: Format,
): string {
  const all = payFullShare + payLastMoney + hadNothingLeft;
  if (payFullShare === all) return t('result.allPaid', { count: all });
  const parts = [
    payFullShare > 0 && t('result.paid.full', { count: payFullShare }),
    payLastMoney > 0 && t('result.paid.last', { count: payLastMoney }),
    hadNothingLeft > 0 && t('result.paid.nothing', { count: hadNothingLeft }),
  ];
  return t('result.somePaid', { all, parts: format.list(parts.filter((part) => part !== false)) });
}

function sayTie({ with: others, settledBy }: TieView, telling: Telling): string {
  return telling.t(COMPARED[settledBy] ?? 'result.tie.lot', { titles: quoted(others, telling) });
}

export interface OtherOutcome {
  readonly same: boolean;
  /** In under the other rule, out under the official one. */
  readonly instead: readonly string[];
  /** In under the official rule, out under the other one. */
  readonly without: readonly string[];
}

const fundedBy = (result: RuleResultView): string[] => result.projects.filter((p) => p.funded).map((p) => p.proposalId);

/** What another rule would have chosen with the same ballots. */
export function compareOutcomes(official: RuleResultView, other: RuleResultView): OtherOutcome {
  const here = new Set(fundedBy(official));
  const there = new Set(fundedBy(other));
  const instead = [...there].filter((p) => !here.has(p));
  const without = [...here].filter((p) => !there.has(p));
  return { same: !instead.length && !without.length, instead, without };
}

/** The rule worth comparing with: plain votes beside equal shares, equal shares beside plain votes. */
export function otherRule(official: RuleResultView, all: readonly RuleResultView[]): RuleResultView | undefined {
  const rest = all.filter((r) => r.rule !== official.rule);
  const wanted = official.rule.startsWith('mes') ? 'greedy_votes' : 'mes_cost_add1u';
  return rest.find((r) => r.rule === wanted) ?? rest[0];
}
