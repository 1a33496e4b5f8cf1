import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money, When, useMoneyText } from '../common/money.js';
import type { BallotOption, BallotRules } from './types.js';
import { useVotersHint } from './use-voters-hint.js';

const NOTHING_CHOSEN = '';

/** What stands beside each option, by method; it cannot be used here. */
function Answer({ rules, option }: { rules: BallotRules; option: BallotOption }) {
  const t = useTranslate();
  const label = `${t(`voters_view.answer.${rules.method}`, { _: t('voters_view.answer.approval') })}: ${option.title}`;
  if (rules.method === 'points') return <input type="number" disabled aria-label={label} placeholder="0" style={{ width: '4rem' }} />;
  if (rules.method === 'ranked')
    return (
      <select disabled aria-label={label} value={NOTHING_CHOSEN}>
        <option value={NOTHING_CHOSEN}>{t('voters_view.no_rank')}</option>
      </select>
    );
  if (rules.method === 'dates')
    return (
      <Box role="group" aria-label={label} sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
        {['yes', 'maybe', 'no'].map((answer) => (
          <label key={answer}>
            <input type="radio" disabled name={`view-${option.optionId}`} /> {t(`voters_view.${answer}`)}
          </label>
        ))}
      </Box>
    );
  return <input type="checkbox" disabled aria-label={label} />;
}

function Option({ rules, option }: { rules: BallotRules; option: BallotOption }) {
  const below = rules.method === 'dates';
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexDirection: below ? 'column' : 'row',
        gap: 1,
        alignItems: below ? 'start' : 'center',
        borderBottom: 1,
        borderColor: 'divider',
        py: 1,
      }}
    >
      {!below && <Answer rules={rules} option={option} />}
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {option.title}
        {option.startsAt && (
          <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
            <When at={option.startsAt} />
          </Typography>
        )}
      </Box>
      {option.cost && <Money value={option.cost} />}
      {below && <Answer rules={rules} option={option} />}
    </Box>
  );
}

function Consent() {
  const t = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {['agree', 'abstain', 'disagree', 'block'].map((answer) => (
        <Box component="li" key={answer} sx={{ py: 0.5 }}>
          <label>
            <input type="radio" disabled name="view-consent" /> {t(`voters_view.${answer}`)}
          </label>
        </Box>
      ))}
    </Box>
  );
}

/** The ballot as voters will see it on the site. */
export function VotersView({ rules }: { rules: BallotRules }) {
  const t = useTranslate();
  const money = useMoneyText();
  const hint = useVotersHint(rules);
  const { method, pot, options, closesAt } = rules;
  return (
    <Paper component="section" aria-label={t('voters_view.title')} sx={{ p: 2, borderStyle: 'dashed' }}>
      <Typography variant="overline" color="textSecondary">
        {t('voters_view.title')}
      </Typography>
      <Typography component="p" variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {rules.title || t('voters_view.no_title')}
      </Typography>
      {rules.question && <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{rules.question}</Typography>}
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {pot && `${t('voters_view.pot', { pot: money(pot) })} `}
        {closesAt && (
          <>
            {t('voters_view.until')} <When at={closesAt} />
          </>
        )}
      </Typography>
      <Typography sx={{ fontWeight: 600 }}>{hint}</Typography>
      {method === 'consent' && <Consent />}
      {method !== 'consent' && options.length === 0 && <Typography color="textSecondary">{t('voters_view.no_options')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {options.map((option) => (
          <Option key={option.optionId} rules={rules} option={option} />
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t(rules.anonymous ? 'voters_view.secret' : 'voters_view.named')}
      </Typography>
    </Paper>
  );
}
