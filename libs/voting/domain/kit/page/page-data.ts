import type { KitBallots } from '../ballot-file.js';
import { standingIn } from '../ballot-contents.js';
import type { KitCount } from '../kit-count.js';
import type { Chain } from '../kit-log.js';
import type { KitRules } from '../kit-rules.js';
import type { BudgetResult } from '../../count.js';
import { toldApart } from '../../told-apart.js';
import { equalSharesParts } from '../../budget/budget-rules.js';

/** What the page of a kit is made from. */
export interface PageSource {
  readonly rules: KitRules;
  readonly rulesHash: string;
  readonly chain: Chain;
  readonly commitments: readonly string[];
  readonly contents: ReadonlyMap<string, number>;
  readonly counted: KitCount;
  readonly ballots: KitBallots;
}

/** What the page carries with it, as plain data. Amounts are decimals in currency units. */
export interface PageData {
  readonly title: string;
  readonly question: string;
  readonly currency: string;
  /** choices, points, ranked, dates or consent. */
  readonly kind: string;
  readonly rule: string;
  readonly equalRanks: boolean;
  readonly options: readonly { number: number; id: string; title: string; standing: boolean; won: boolean }[];
  readonly genesis: string;
  /** All fingerprints in order of casting, in hexadecimal without spaces. */
  readonly chain: string;
  readonly counted: readonly number[];
  readonly head: string;
  readonly ballots: number;
  readonly contents: Readonly<Record<string, number>>;
  /** Equal shares only. */
  readonly money: {
    endowment: string;
    byPoints: boolean;
    purchases: readonly { id: string; share: string }[];
    added: readonly string[];
  } | null;
}

const KINDS: Readonly<Record<string, string>> = {
  points: 'points',
  cumulative: 'points',
  scoring: 'points',
  ranked: 'ranked',
  dates: 'dates',
  consent: 'consent',
};

export function pageData({ rules, rulesHash, chain, commitments, contents, counted, ballots }: PageSource): PageData {
  const standing = standingIn(ballots, rules);
  const fingerprints = new Set(commitments);
  const titles = toldApart(rules.options.map(({ title }) => title));
  return {
    title: rules.title,
    question: rules.question,
    currency: rules.currency,
    kind: KINDS[rules.method] ?? 'choices',
    rule: rules.rule,
    equalRanks: rules.equalRanks,
    options: rules.options.map(({ number, id }, at) => ({
      number,
      id,
      title: titles[at]!,
      standing: standing.has(id),
      won: counted.winners.includes(id),
    })),
    genesis: rulesHash,
    chain: chain.commitments.join(''),
    counted: chain.commitments.flatMap((each, at) => (fingerprints.has(each) ? [at + 1] : [])),
    head: chain.heads.at(-1) ?? rulesHash,
    ballots: counted.ballots,
    contents: Object.fromEntries(contents),
    money: moneyOf(counted, rules),
  };
}

function moneyOf(counted: KitCount, { rule }: KitRules): PageData['money'] {
  const parts = equalSharesParts(rule as Parameters<typeof equalSharesParts>[0]);
  if (!parts) return null;
  const [official] = counted.details['outcomes'] as BudgetResult['outcomes'];
  const projects = official?.explanation.projects ?? [];
  return {
    endowment: official?.explanation.endowment ?? '0',
    byPoints: parts.utility === 'points',
    purchases: projects.flatMap(({ project, reason }) => (reason.code === 'BOUGHT' ? [{ id: project, share: reason.share }] : [])),
    added: projects.flatMap(({ project, reason }) => (reason.code === 'ADDED_AT_END' ? [project] : [])),
  };
}
