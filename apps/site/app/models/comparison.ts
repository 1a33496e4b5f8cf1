import type { ComparedRuleView } from '../views/results';

/** A rule's outcome beside the official one. */
export interface ComparedRow extends ComparedRuleView {
  readonly share: number;
  /** In here, not in the official outcome. */
  readonly more: readonly string[];
  /** In the official outcome, not in here. */
  readonly less: readonly string[];
}

/** The official rule first, then those that leave the fewest voters with nothing. */
export function comparedRows(rules: readonly ComparedRuleView[]): ComparedRow[] {
  const official = new Set(rules.find((rule) => rule.official)?.winners ?? []);
  return rules
    .map((rule): ComparedRow => {
      const here = new Set(rule.winners);
      return {
        ...rule,
        share: rule.shareWithFundedChoice,
        more: [...here].filter((id) => !official.has(id)),
        less: [...official].filter((id) => !here.has(id)),
      };
    })
    .sort((a, b) => Number(b.official) - Number(a.official) || b.share - a.share);
}

/** Rules with the very same winners, together, so that a table needs a column for each different outcome only. */
export function sameOutcomes(rows: readonly ComparedRow[]): { rules: string[]; winners: ReadonlySet<string>; official: boolean }[] {
  const groups = new Map<string, { rules: string[]; winners: ReadonlySet<string>; official: boolean }>();
  for (const { rule, winners, official } of rows) {
    const key = [...winners].sort().join(' ');
    const known = groups.get(key);
    if (known) known.rules.push(rule);
    else groups.set(key, { rules: [rule], winners: new Set(winners), official });
  }
  return [...groups.values()];
}
