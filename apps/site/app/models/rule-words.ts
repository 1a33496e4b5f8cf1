import type { TFunction } from 'i18next';

const SHARES = /^mes_(cost|cardinality|points)_(none|add1|add1u|add1_until_overspend)$/;

/** Whether a rule is one of the equal shares. */
export const isEqualShares = (rule: string): boolean => SHARES.test(rule);

/** A rule's name in running text: `plain vote counting`, `equal shares`. */
export const ruleName = (rule: string, t: TFunction): string => t(isEqualShares(rule) ? 'rules.name.mes' : `rules.name.${rule}`);

/** A name that tells the variants of equal shares apart, for tables. */
export function exactRuleName(rule: string, t: TFunction): string {
  const [, utility, completion] = SHARES.exec(rule) ?? [];
  if (!utility || !completion) return t(`rules.name.${rule}`);
  return t('rules.exactName', { counting: t(`rules.counting.${utility}`), completion: t(`rules.ending.${completion}`) });
}

/** How a rule works with ballots of a method, in two sentences or so. */
export function ruleSentences(rule: string, method: string, t: TFunction): string {
  const [, utility, completion] = SHARES.exec(rule) ?? [];
  if (rule === 'most_votes' && method === 'points') return t('rules.rule.most_points');
  if (!utility || !completion) return t(`rules.rule.${rule}`);
  return [t('rules.shares.idea'), t(`rules.shares.${utility}`), t(`rules.shares.${completion}`)].join(' ');
}
