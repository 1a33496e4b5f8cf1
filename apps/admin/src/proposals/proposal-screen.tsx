import { Alert, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { Facts } from '../common/facts.js';
import { When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import { CostSheet } from './cost-sheet.js';
import { ProposalMoves } from './proposal-moves.js';
import type { ProposalDetail } from './types.js';

/** One proposal: the text, what it costs line by line, and the next step. */
export function ProposalScreen() {
  const t = useTranslate();
  const { id } = useParams();
  const view = useView<ProposalDetail>(`proposals/${id}`);
  return (
    <Page title={view.data?.title ?? 'proposals.one'} actions={view.data && <ProposalMoves proposal={view.data} />}>
      <Shown view={view}>
        {(proposal) => (
          <Stack spacing={2}>
            {proposal.endedBecause && (
              <Alert severity="info">
                {t(`withdrawals.${proposal.endedBecause}`, { _: proposal.endedBecause })} {proposal.endedNote}
              </Alert>
            )}
            <Facts
              facts={[
                ['state', <State of={proposal.state} />],
                ['author', proposal.author ?? '–'],
                ['publishedAt', <When at={proposal.publishedAt} />],
                ['supports', proposal.supports],
                ['comments', proposal.comments],
              ]}
            />
            <Paper sx={{ p: 2 }}>
              <Typography sx={{ whiteSpace: 'pre-line', maxWidth: '70ch' }}>{proposal.body}</Typography>
            </Paper>
            <CostSheet proposal={proposal} />
          </Stack>
        )}
      </Shown>
    </Page>
  );
}
