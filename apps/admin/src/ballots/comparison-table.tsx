import { Box, Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { formatDecimal } from '../common/format.js';
import { Rows } from '../common/rows.js';
import { useEvent } from '../layout/event-context.js';
import { ComparisonPicture } from './comparison-picture.js';
import { percent } from './percent.js';
import type { ComparedRule, Comparison } from './types.js';
import { useRuleWords } from './use-rule-words.js';

interface Props {
  comparison: Comparison;
  /** What the options are called, by their ids. */
  titles: ReadonlyMap<string, string>;
  /** The rule that stands chosen; the official one where nothing can be chosen any more. */
  chosen: string;
  onChoose?: (rule: string) => void;
}

/** Shown at once; the others are asked for. */
const USUAL = ['mes_cost_add1u', 'greedy_votes', 'phragmen', 'greedy_score', 'schulze', 'irv', 'ranked_pairs', 'scottish_stv', 'borda'];

/** A rule by its name, with whether it is the chosen one, whether chance decides, and the way to choose it. */
function Rule({ one, chosen, onChoose }: { one: ComparedRule } & Pick<Props, 'chosen' | 'onChoose'>) {
  const t = useTranslate();
  const { name } = useRuleWords();
  const chance = one.sensitiveToTies ? 'lot' : one.tieMattered ? 'tie' : undefined;
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', gap: 0.5 }}>
      <span>{name(one.rule)}</span>
      {chance && (
        <Typography component="span" variant="body2" color="textSecondary">
          {t(`comparison.${chance}`)}
        </Typography>
      )}
      {one.rule === chosen && <Chip size="small" color="primary" label={t(onChoose ? 'comparison.chosen' : 'ballots.official')} />}
      {onChoose && one.rule !== chosen && one.rule !== 'borda' && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => onChoose(one.rule)}
          aria-label={t('comparison.choose', { rule: name(one.rule) })}
        >
          {t('comparison.take')}
        </Button>
      )}
    </Box>
  );
}

/** Who wins, and how that differs from the chosen rule. */
function Winners({ winners, than, titles }: { winners: string[]; than: ComparedRule | undefined; titles: Props['titles'] }) {
  const t = useTranslate();
  const named = (ids: string[]) => ids.map((id) => titles.get(id) ?? '?').join(', ');
  if (!than || winners === than.winners) return <>{`${winners.length}: ${named(winners) || '–'}`}</>;
  const more = winners.filter((id) => !than.winners.includes(id));
  const less = than.winners.filter((id) => !winners.includes(id));
  if (more.length + less.length === 0) return <>{t('comparison.same', { smart_count: winners.length })}</>;
  const changes = [
    more.length > 0 && t('comparison.more', { titles: named(more) }),
    less.length > 0 && t('comparison.less', { titles: named(less) }),
  ];
  return <>{`${winners.length}: ${changes.filter(Boolean).join('; ')}`}</>;
}

/** What each rule makes of the same ballots: winners, money, how many voters get something, and whether chance decides. The chosen rule first. */
export function ComparisonTable({ comparison: { ballots, rules }, titles, chosen, onChoose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { currency } = useEvent();
  const [all, setAll] = useState(false);
  const official = rules.find(({ rule }) => rule === chosen);
  const usual = rules.filter(({ rule }) => rule === chosen || USUAL.includes(rule));
  const shown = [...(official ? [official] : []), ...(all ? rules : usual).filter((one) => one !== official)];
  const money = (decimal: string | null) => (decimal === null ? '–' : formatDecimal(decimal, currency, locale));
  const hasPot = rules.some((one) => one.spent !== null);
  return (
    <>
      <ComparisonPicture rules={shown} ballots={ballots} />
      <Rows
        rows={shown.map((one) => ({ ...one, id: one.rule }))}
        columns={[
          { name: 'rule', show: (one) => <Rule one={one} chosen={chosen} onChoose={onChoose} /> },
          { name: 'winners', show: ({ winners }) => <Winners winners={winners} than={official} titles={titles} /> },
          ...(hasPot
            ? [
                { name: 'spent', numeric: true, show: ({ spent }: ComparedRule) => money(spent) },
                // Beside the choice of a rule there is little room, and what is left follows from what is spent.
                ...(onChoose ? [] : [{ name: 'left', numeric: true, show: ({ left }: ComparedRule) => money(left) }]),
              ]
            : []),
          {
            name: 'withFunded',
            numeric: true,
            show: (one) =>
              t('comparison.share', { count: one.ballotsWithFundedChoice, ballots, share: percent(one.shareWithFundedChoice, locale) }),
          },
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
