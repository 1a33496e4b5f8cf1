import type { TFunction } from 'i18next';
import type { ProjectResultView, RuleResultView, TieView } from '../views/results';
import { type Format, exponentOf } from './format';

export interface Telling {
  readonly t: TFunction;
  readonly format: Format;
  readonly currency: string;
  /** What a proposal is called. */
  readonly titleOf: (project: string) => string;
}

/** A decimal amount as people read it: shares are rounded to what can be paid, costs are exact already. */
export function sayAmount(amount: string, currency: string, format: Format): string {
  const exponent = exponentOf(currency);
  return format.money({ amount: Math.round(Number(amount) * 10 ** exponent), currency });
}

const COMPARED: Readonly<Record<string, string>> = { COST: 'result.tie.cost', VOTES: 'result.tie.votes', LOT: 'result.tie.lot' };

/** Why a proposal is in or out, in sentences for people who have never heard of the rule. */
export function reasonSentences(result: ProjectResultView, telling: Telling): string[] {
  const { t, format, titleOf, currency } = telling;
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
    }),
  ];
  if (reason.code === 'BOUGHT') sentences.push(whoPaid(reason, t, format));
  if (reason.code === 'SUPPORTERS_SHORT') {
    const [most] = [...(reason.drainedBy ?? [])].sort((a, b) => Number(b.amount) - Number(a.amount));
    if (most) sentences.push(t('result.drained', { title: titleOf(most.proposalId), amount: money(most.amount) }));
    if (reason.effectiveSupport) sentences.push(t('result.effectiveSupport', { percent: format.percent(Number(reason.effectiveSupport)) }));
    if (reason.leftAtEnd) sentences.push(t('result.leftAtEnd', { left: money(reason.leftAtEnd) }));
  }
  if (reason.tie) sentences.push(sayTie(reason.tie, telling));
  return sentences;
}

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

function sayTie({ with: others, settledBy }: TieView, { t, titleOf }: Telling): string {
  return t(COMPARED[settledBy] ?? 'result.tie.lot', { titles: others.map((other) => `“${titleOf(other)}”`).join(', ') });
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
