import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { compareOutcomes, otherRule } from '../models/result-sentences';
import { ruleName } from '../models/rule-words';
import type { RuleResultView } from '../views/results';
import { useFormat } from './use-format';

interface OtherRuleProps {
  official: RuleResultView;
  all: readonly RuleResultView[];
  titleOf: (project: string) => string;
  /** Where every rule stands side by side. */
  comparison: string;
}

/** What the same ballots would have chosen under another rule. */
export function OtherRule({ official, all, titleOf, comparison }: OtherRuleProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const other = otherRule(official, all);
  if (!other) return null;
  const { same, instead, without } = compareOutcomes(official, other);
  const list = (projects: readonly string[]): string => format.list(projects.map((p) => t('result.quoted', { title: titleOf(p) })));
  const rule = ruleName(other.rule, t);
  return (
    <section aria-labelledby="other-rule">
      <h2 id="other-rule">{t('result.otherTitle', { rule })}</h2>
      <p>
        {same
          ? t('result.otherSame')
          : instead.length && without.length
            ? t('result.otherSwap', { rule, instead: list(instead), without: list(without) })
            : instead.length
              ? t('result.otherInstead', { titles: list(instead) })
              : t('result.otherWithout', { titles: list(without) })}{' '}
        {other.ballotsWithNoFundedChoice + official.ballotsWithNoFundedChoice === 0
          ? t('result.otherNobody')
          : t('result.otherNothing', { count: other.ballotsWithNoFundedChoice, here: official.ballotsWithNoFundedChoice })}
      </p>
      <p>
        <a href={comparison}>{t('compare.link')}</a>
      </p>
    </section>
  );
}
