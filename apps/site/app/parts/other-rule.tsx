import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { compareOutcomes, otherRule } from '../models/result-sentences';
import type { RuleResultView } from '../views/results';

/** What the same ballots would have chosen under another rule. */
export function OtherRule({
  official,
  all,
  titleOf,
}: {
  official: RuleResultView;
  all: readonly RuleResultView[];
  titleOf: (project: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  const other = otherRule(official, all);
  if (!other) return null;
  const { same, instead, without } = compareOutcomes(official, other);
  const list = (projects: readonly string[]): string => projects.map((p) => `“${titleOf(p)}”`).join(', ');
  const name = t(`rules.name.${other.rule}`);
  return (
    <section aria-labelledby="other-rule">
      <h2 id="other-rule">{t('result.otherTitle', { rule: name })}</h2>
      <p>
        {same
          ? t('result.otherSame')
          : [
              instead.length && t('result.otherInstead', { titles: list(instead) }),
              without.length && t('result.otherWithout', { titles: list(without) }),
            ]
              .filter(Boolean)
              .join(' ')}
      </p>
      <p>{t('result.otherNothing', { count: other.ballotsWithNoFundedChoice, here: official.ballotsWithNoFundedChoice })}</p>
    </section>
  );
}
