import { Alert, Box, Paper, Stack, Typography } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { Facts } from '../common/facts.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import { BallotSteps } from './ballot-steps.js';
import { Desk } from './desk/desk.js';
import { InPlainWords } from './in-plain-words.js';
import { Comparison } from './result/comparison.js';
import { Result } from './result/result.js';
import { Turnout } from './turnout.js';
import type { BallotDetail } from './types.js';
import { VotersView } from './voters-view.js';

/** How soon to look again: the turnout grows, and a count ends. */
const AGAIN_MS: Record<string, number> = { open: 15_000, closing: 2_000 };

/** One vote: how it stands, what came of it, its rules in plain words and what voters see. */
export function BallotScreen() {
  const t = useTranslate();
  const { id } = useParams();
  const [state, setState] = useState('');
  const view = useView<BallotDetail>(`ballots/${id}`, {}, AGAIN_MS[state]);
  useEffect(() => setState(view.data?.state ?? ''), [view.data?.state]);
  const notOpened = (code: string): string => `${t('ballots.not_opened')} ${t(`problems.${code}`, { _: code })}`;
  return (
    <Page title={view.data?.title ?? 'ballots.one'} intro={view.data?.question} actions={view.data && <BallotSteps ballot={view.data} />}>
      <Shown view={view}>
        {(ballot) => (
          <Stack spacing={2}>
            {ballot.notOpenedBecause && <Alert severity="warning">{notOpened(ballot.notOpenedBecause)}</Alert>}
            {ballot.voidedBecause && <Alert severity="warning">{ballot.voidedBecause}</Alert>}
            {ballot.state === 'closing' && <Alert severity="info">{t('ballots.counting')}</Alert>}
            <Turnout ballot={ballot} />
            <Facts
              facts={[
                ['state', <State of={ballot.state} />],
                ['method', t(`methods.${ballot.method}.name`, { _: ballot.method })],
                ...(ballot.pot ? [['pot', <Money value={ballot.pot} />] as [string, ReactNode]] : []),
                ballot.opensAt && !ballot.openedAt
                  ? ['opensAt', <When at={ballot.opensAt} />]
                  : ['openedAt', <When at={ballot.openedAt} />],
                ['closesAt', <When at={ballot.closesAt} />],
              ]}
            />
            <Desk ballot={ballot} />
            {['closed', 'published'].includes(ballot.state) && (
              <>
                <Result ballot={ballot} />
                <Comparison ballot={ballot} />
              </>
            )}
            <Box
              sx={{
                display: 'grid',
                gap: 2,
                gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
                alignItems: 'start',
              }}
            >
              <Paper component="section" aria-labelledby="words" sx={{ p: 2 }}>
                <Typography variant="h2" id="words" sx={{ mb: 1.5 }}>
                  {t(ballot.rulesHash ? 'ballots.frozen_words' : 'ballots.words')}
                </Typography>
                <InPlainWords rules={ballot} />
                {ballot.rulesHash && (
                  <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere', mt: 2 }}>
                    {t('ballots.frozen', { hash: ballot.rulesHash })}
                  </Typography>
                )}
              </Paper>
              <VotersView rules={ballot} />
            </Box>
          </Stack>
        )}
      </Shown>
    </Page>
  );
}
