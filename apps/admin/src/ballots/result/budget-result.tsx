import { Box, Tab, Tabs } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRuleWords } from '../use-rule-words.js';
import { RuleOutcome } from './rule-outcome.js';
import type { Outcome } from './types.js';

/** Who is funded by the rule that was declared, with the others beside it. */
export function BudgetResult({ outcomes, rule }: { outcomes: Outcome[]; rule: string }) {
  const t = useTranslate();
  const { name } = useRuleWords();
  const [chosen, setChosen] = useState(rule);
  const outcome = outcomes.find((one) => one.rule === chosen) ?? outcomes[0];
  if (!outcome) return null;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Tabs
        value={outcome.rule}
        onChange={(_event, next: string) => setChosen(next)}
        variant="scrollable"
        aria-label={t('ballots.rules')}
        sx={{ mb: 1 }}
      >
        {outcomes.map((one) => (
          <Tab key={one.rule} value={one.rule} label={`${name(one.rule)}${one.official ? ` · ${t('ballots.official')}` : ''}`} />
        ))}
      </Tabs>
      <RuleOutcome outcome={outcome} />
    </Box>
  );
}
