import { Box, Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Bar } from '../common/bar.js';
import { formatDecimal } from '../common/format.js';
import { Rows } from '../common/rows.js';
import { useEvent } from '../layout/event-context.js';
import type { ComparedRule, Comparison } from './types.js';
import { useRuleWords } from './use-rule-words.js';

interface Props {
  comparison: Comparison;
  titles: ReadonlyMap<string, string>;
  /** The rule that stands chosen; the official one where nothing can be chosen any more. */
  chosen: string;
  onChoose?: (rule: string) => void;
}

/** Shown at once; the others are asked for. */
const USUAL = ['mes_cost_add1u', 'greedy_votes', 'phragmen', 'greedy_score', 'schulze', 'irv', 'ranked_pairs', 'scottish_stv', 'borda'];

const percent = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** How many voters get something by each rule, as bars; the same figures stand in the table. */
function Picture({ rules, ballots }: { rules: ComparedRule[]; ballots: number }) {
  const t = useTranslate();
  const locale = useLocale();
  const { name } = useRuleWords();
  return (
    <Box component="figure" sx={{ m: 0, mb: 2 }}>
      <Typography component="figcaption" variant="body2" color="text.secondary" sx={{ mb: 0.5 }}>
        {t('comparison.picture')}
      </Typography>
      {rules.map(({ rule, ballotsWithFundedChoice, shareWithFundedChoice }) => (
        <Box
          key={rule}
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '2fr 3fr' }, columnGap: 1, alignItems: 'center', mb: 0.75 }}
        >
          <Typography variant="body2">{name(rule)}</Typography>
          <Bar
            title={t('comparison.reading', { rule: name(rule), share: percent(shareWithFundedChoice, locale) })}
            whole={Math.max(ballots, 1)}
            parts={[{ name: 'with', amount: ballotsWithFundedChoice, look: 'solid' }]}
          />
        </Box>
      ))}
    </Box>
  );
}

/** What each rule makes of the same ballots: winners, money, how many voters get something, and whether chance decides. */
export function ComparisonTable({ comparison: { ballots, rules }, titles, chosen, onChoose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { currency } = useEvent();
  const { name } = useRuleWords();
  const [all, setAll] = useState(false);
  const usual = rules.filter(({ rule }) => rule === chosen || USUAL.includes(rule));
  const shown = all ? rules : usual;
  const money = (decimal: string | null) => (decimal === null ? '–' : formatDecimal(decimal, currency, locale));
  const hasPot = rules.some((one) => one.spent !== null);
  return (
    <>
      <Picture rules={shown} ballots={ballots} />
      <Rows
        rows={shown.map((one) => ({ ...one, id: one.rule }))}
        columns={[
          {
            name: 'rule',
            show: ({ rule }) => (
              <>
                {name(rule)}{' '}
                {rule === chosen && <Chip size="small" color="primary" label={t(onChoose ? 'comparison.chosen' : 'ballots.official')} />}
              </>
            ),
          },
          {
            name: 'winners',
            show: ({ winners }) => (
              <>
                {hasPot && `${winners.length}: `}
                {winners.map((id) => titles.get(id) ?? '?').join(', ') || '–'}
              </>
            ),
          },
          ...(hasPot
            ? [
                { name: 'spent', numeric: true, show: ({ spent }: ComparedRule) => money(spent) },
                { name: 'left', numeric: true, show: ({ left }: ComparedRule) => money(left) },
              ]
            : []),
          {
            name: 'withFunded',
            numeric: true,
            show: (one) =>
              t('comparison.share', { count: one.ballotsWithFundedChoice, ballots, share: percent(one.shareWithFundedChoice, locale) }),
          },
          {
            name: 'chance',
            show: (one) => t(one.sensitiveToTies ? 'comparison.lot' : one.tieMattered ? 'comparison.tie' : 'comparison.clear'),
          },
          ...(onChoose
            ? [
                {
                  name: 'choose',
                  show: ({ rule }: ComparedRule) =>
                    rule === 'borda' || rule === chosen ? null : (
                      <Button size="small" onClick={() => onChoose(rule)} aria-label={t('comparison.choose', { rule: name(rule) })}>
                        {t('comparison.take')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {rules.length > usual.length && (
        <Button size="small" onClick={() => setAll(!all)} sx={{ mt: 1 }}>
          {t(all ? 'comparison.fewer' : 'comparison.all', { smart_count: rules.length })}
        </Button>
      )}
    </>
  );
}
