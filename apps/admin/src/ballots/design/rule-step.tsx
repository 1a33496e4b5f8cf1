import { Button } from '@mui/material';
import { useState } from 'react';
import { NumberInput, required, useTranslate } from 'react-admin';
import { MoneyInput } from '../../common/inputs.js';
import { ChoiceInput } from '../choice-input.js';
import { USUAL_RULES, hasSteps, rulesFor } from '../methods.js';
import { useRuleWords } from '../use-rule-words.js';
import type { Design } from './use-design.js';

/** Which rule decides, how its shares are raised, and what settles ties. The recommended rule stands first. */
export function RuleStep({ rules: { method, pot, rule } }: Design) {
  const t = useTranslate();
  const { name, text } = useRuleWords();
  const all = rulesFor(method, pot !== null);
  const [more, setMore] = useState(false);
  const offered = more
    ? all
    : [...new Set([...all.slice(0, 1), ...(pot ? ['greedy_votes', 'phragmen'] : all), rule])].slice(0, USUAL_RULES);
  const ties = ['cost_votes_lot', 'cost_votes_published'].map((id) => ({ id, name: t(`ties.${id}`) }));
  return (
    <>
      <ChoiceInput source="rule" label="design.rule" choices={offered.map((id) => ({ id, name: name(id), text: text(id) }))} hideLabel />
      {all.length > offered.length && (
        <Button size="small" onClick={() => setMore(true)} sx={{ mb: 2 }}>
          {t('design.more_rules', { smart_count: all.length - offered.length })}
        </Button>
      )}
      {hasSteps(rule) && <MoneyInput source="increment" label="design.increment" fullWidth helperText="design.increment_help" />}
      {rule === 'greedy_with_threshold' && (
        <NumberInput
          source="threshold"
          label="design.threshold"
          min={1}
          validate={required()}
          fullWidth
          helperText="design.threshold_help"
        />
      )}
      <ChoiceInput source="tieRule" label="design.ties" choices={ties} />
    </>
  );
}
