import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Bar } from '../common/bar.js';
import { formatDecimal } from '../common/format.js';
import { useEvent } from '../layout/event-context.js';
import { percent } from './percent.js';
import type { Comparison } from './types.js';
import { useRuleWords } from './use-rule-words.js';

/** How many voters get something by each rule, and how much of the pot is spent, as bars; the same figures stand in the table. */
export function ComparisonPicture({ rules, ballots }: Comparison) {
  const t = useTranslate();
  const locale = useLocale();
  const { currency } = useEvent();
  const { name } = useRuleWords();
  const hasPot = rules.some((one) => one.spent !== null);
  return (
    <Box component="figure" sx={{ m: 0, mb: 2 }}>
      <Typography component="figcaption" variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
        {t('comparison.picture')} {hasPot && t('comparison.legend')}
      </Typography>
      {rules.map(({ rule, ballotsWithFundedChoice, shareWithFundedChoice, spent, left }) => (
        <Box
          key={rule}
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '2fr 3fr' }, columnGap: 1, alignItems: 'center', mb: 1 }}
        >
          <Typography variant="body2">{name(rule)}</Typography>
          <Box sx={{ display: 'grid' }}>
            <Bar
              title={t('comparison.reading', { rule: name(rule), share: percent(shareWithFundedChoice, locale) })}
              whole={Math.max(ballots, 1)}
              parts={[{ name: 'with', amount: ballotsWithFundedChoice, look: 'solid' }]}
            />
            {spent !== null && (
              <Bar
                title={t('comparison.spent_reading', { rule: name(rule), spent: formatDecimal(spent, currency, locale) })}
                whole={Number(spent) + Number(left)}
                parts={[{ name: 'spent', amount: Number(spent), look: 'striped' }]}
              />
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
