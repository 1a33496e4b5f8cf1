import { Alert, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Amount } from '../common/format.js';
import { Money } from '../common/money.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';

interface Outcome {
  proposalId: string;
  title: string;
  cost: Amount;
  votes: number;
  funded: boolean;
}

interface ResultView {
  rule: string;
  spent: Amount;
  tieMattered: boolean;
  outcomes: Outcome[];
}

/** What the vote decided, by the rule that was declared before it opened. */
export function Result({ ballotId }: { ballotId: string }) {
  const t = useTranslate();
  const view = useView<ResultView>(`ballots/${ballotId}/result`);
  return (
    <Paper sx={{ p: 2, overflowX: 'auto' }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('ballots.result')}
      </Typography>
      <Shown view={view}>
        {(result) => (
          <>
            <Typography>
              {t('ballots.by_rule', { rule: t(`rules.${result.rule}`) })} <Money value={result.spent} />
            </Typography>
            {result.tieMattered && <Alert severity="info">{t('ballots.tie_mattered')}</Alert>}
            <Rows
              rows={result.outcomes.map((outcome) => ({ ...outcome, id: outcome.proposalId }))}
              linkTo={(outcome) => `proposals/${outcome.proposalId}`}
              columns={[
                { name: 'title', show: (outcome) => outcome.title },
                { name: 'votes', numeric: true, show: (outcome) => outcome.votes },
                { name: 'cost', numeric: true, show: (outcome) => <Money value={outcome.cost} /> },
                { name: 'state', show: (outcome) => <State of={outcome.funded ? 'funded' : 'not_funded'} /> },
              ]}
            />
          </>
        )}
      </Shown>
    </Paper>
  );
}
