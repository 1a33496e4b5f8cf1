import { Alert, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { formatDecimal } from '../../common/format.js';
import { Money } from '../../common/money.js';
import { Rows } from '../../common/rows.js';
import { State } from '../../common/state.js';
import { useEvent } from '../../layout/event-context.js';
import { useRuleWords } from '../use-rule-words.js';
import type { Outcome, Reason } from './types.js';

/** What one rule makes of the ballots, with the reason for each proposal. */
export function RuleOutcome({ outcome }: { outcome: Outcome }) {
  const t = useTranslate();
  const locale = useLocale();
  const { currency } = useEvent();
  const { name } = useRuleWords();
  const money = (decimal: string | undefined) => (decimal === undefined ? '' : formatDecimal(decimal, currency, locale));
  const because = ({ code, step, share, leftBefore, shortBy, supportersHave, earned }: Reason) =>
    t(`vote_reasons.${code}`, {
      step,
      share: money(share),
      leftBefore: money(leftBefore),
      shortBy: money(shortBy),
      supportersHave: money(supportersHave),
      earned: money(earned),
    });
  return (
    <>
      <Typography sx={{ mb: 1 }}>
        {t(outcome.official ? 'ballots.by_rule' : 'ballots.by_other_rule', {
          rule: name(outcome.rule),
          spent: money(outcome.spent),
          pot: money(outcome.pot),
        })}{' '}
        {t('ballots.empty_handed', { smart_count: outcome.ballotsWithNoFundedChoice })}
      </Typography>
      {outcome.tieMattered && <Alert severity="info">{t(outcome.lotMattered ? 'ballots.lot_mattered' : 'ballots.tie_mattered')}</Alert>}
      <Rows
        rows={outcome.projects.map((project) => ({ ...project, id: project.proposalId }))}
        linkTo={(project) => `proposals/${project.proposalId}`}
        columns={[
          { name: 'title', show: (project) => project.title },
          { name: 'state', show: (project) => <State of={project.funded ? 'funded' : 'not_funded'} /> },
          { name: 'votes', numeric: true, show: (project) => project.votes },
          { name: 'cost', numeric: true, show: (project) => <Money value={project.cost} /> },
          { name: 'because', show: ({ reason }) => because(reason) },
        ]}
      />
    </>
  );
}
