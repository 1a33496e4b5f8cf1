import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { formatInstant, formatMoney } from '../common/format.js';
import { useEvent } from '../layout/event-context.js';
import { plainWords } from './plain-words.js';
import type { BallotRules } from './types.js';
import { useRuleWords } from './use-rule-words.js';

/** Every parameter that the opening freezes, in sentences that a voter understands. */
export function InPlainWords({ rules }: { rules: BallotRules }) {
  const t = useTranslate();
  const locale = useLocale();
  const { timeZone } = useEvent();
  const { text } = useRuleWords();
  const words = plainWords(rules, {
    money: (value) => formatMoney(value, locale),
    when: (instant) => formatInstant(instant, locale, timeZone),
  });
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '9rem minmax(0, 1fr)' }, columnGap: 2, rowGap: { xs: 0, sm: 1 } }}
    >
      {words.map(({ topic, key, figures }) => (
        <Box key={topic} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {t(`ballot_topics.${topic}`)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, mb: { xs: 1, sm: 0 }, maxWidth: '65ch', overflowWrap: 'anywhere' }}>
            {topic === 'rule' ? text(rules.rule) : t(`ballot_words.${key}`, figures)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
