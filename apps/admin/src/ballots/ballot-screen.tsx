import { Alert, Paper, Stack, Typography } from '@mui/material';
import { TextInput, maxLength, minLength, required, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { ActButton } from '../common/act-button.js';
import { Facts } from '../common/facts.js';
import { FormDialog } from '../common/form-dialog.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { Result } from './result.js';
import { Turnout } from './turnout.js';
import type { BallotDetail } from './types.js';

/** The steps of a vote: open, close, and void if it went wrong. */
function Steps({ ballot: { id, state } }: { ballot: BallotDetail }) {
  const { roles } = useEvent();
  if (!roles.includes('owner') && !roles.includes('organiser')) return null;
  return (
    <>
      {state === 'draft' && (
        <ActButton label="ballots.open" confirm="ballots.open_confirm" path={`ballots/${id}/open`} variant="contained" />
      )}
      {state === 'open' && (
        <ActButton label="ballots.close" confirm="ballots.close_confirm" path={`ballots/${id}/close`} body={{}} variant="contained" />
      )}
      {(state === 'open' || state === 'draft') && (
        <FormDialog label="ballots.void" note="ballots.void_note" path={`ballots/${id}/void`} button={{ variant: 'text', color: 'error' }}>
          <TextInput
            source="reason"
            label="fields.reason"
            multiline
            minRows={3}
            validate={[required(), minLength(20), maxLength(500)]}
            fullWidth
          />
        </FormDialog>
      )}
    </>
  );
}

/** One vote: its rules, how many have voted, what can be chosen, and what came of it. */
export function BallotScreen() {
  const t = useTranslate();
  const { id } = useParams();
  const view = useView<BallotDetail>(`ballots/${id}`);
  return (
    <Page title={view.data?.title ?? 'ballots.one'} intro={view.data?.question} actions={view.data && <Steps ballot={view.data} />}>
      <Shown view={view}>
        {(ballot) => (
          <Stack spacing={2}>
            {ballot.voidedBecause && <Alert severity="warning">{ballot.voidedBecause}</Alert>}
            <Turnout ballot={ballot} />
            <Facts
              facts={[
                ['state', <State of={ballot.state} />],
                ['pot', <Money value={ballot.pot} />],
                ['openedAt', <When at={ballot.openedAt} />],
                ['closesAt', <When at={ballot.closesAt} />],
                ['rule', t(`rules.${ballot.rule}`)],
                ['tieRule', t(`ties.${ballot.tieRule}`)],
                ['lateJoiners', t(`late.${ballot.lateJoiners}`)],
                ['anonymous', t(ballot.anonymous ? 'ra.boolean.true' : 'ra.boolean.false')],
                ['quorum', ballot.quorum],
              ]}
            />
            {['closed', 'published'].includes(ballot.state) && <Result ballotId={ballot.id} />}
            <Paper sx={{ p: 2, overflowX: 'auto' }}>
              <Typography variant="h2">{t('ballots.options')}</Typography>
              <Rows
                rows={ballot.options.map((option) => ({ ...option, id: option.proposalId }))}
                linkTo={(option) => `proposals/${option.proposalId}`}
                columns={[
                  { name: 'title', show: (option) => option.title },
                  { name: 'cost', numeric: true, show: (option) => <Money value={option.cost} /> },
                  { name: 'state', show: (option) => option.withdrawn && <State of="withdrawn" /> },
                ]}
              />
            </Paper>
            {ballot.rulesHash && (
              <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
                {t('ballots.frozen', { hash: ballot.rulesHash })}
              </Typography>
            )}
          </Stack>
        )}
      </Shown>
    </Page>
  );
}
