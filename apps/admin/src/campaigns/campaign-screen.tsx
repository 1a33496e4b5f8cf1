import { Alert, Button, Paper, Stack, Typography } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { Facts } from '../common/facts.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { CampaignProgress } from './campaign-progress.js';
import { CampaignSteps } from './campaign-steps.js';
import { Target } from './target.js';
import { Tiers } from './tiers.js';
import type { Campaign } from './types.js';

/** One campaign: how far it is, its tiers, and the next step, which another person takes where two are needed. */
export function CampaignScreen() {
  const t = useTranslate();
  const base = useBasename();
  const { id = '' } = useParams();
  const { roles } = useEvent();
  const view = useView<Campaign>(`/campaigns/${id}`);
  const leads = roles.some((role) => ['owner', 'organiser', 'treasurer'].includes(role));
  const keeps = roles.some((role) => ['owner', 'treasurer'].includes(role));
  const actions = view.data && (
    <>
      {leads && <CampaignSteps campaign={view.data} />}
      {keeps && (
        <Button component={Link} to={`${base}/pledges?campaign=${id}`} size="small" variant="outlined">
          {t('menu.pledges')}
        </Button>
      )}
    </>
  );
  return (
    <Page title={view.data?.title ?? 'campaigns.one'} actions={actions}>
      <Shown view={view}>
        {(campaign) => (
          <Stack spacing={2}>
            {campaign.evaluation && (
              <Alert severity={campaign.evaluation.outcome === 'succeeded' ? 'success' : 'info'}>
                {t('campaigns.evaluated', { pledges: campaign.evaluation.pledges })} <Money value={campaign.evaluation.counted} /> /{' '}
                <Money value={campaign.evaluation.goal} /> · <When at={campaign.evaluation.at} />
              </Alert>
            )}
            <Target campaign={campaign} changes={leads} />
            <CampaignProgress progress={campaign.progress} />
            <Facts
              facts={[
                ['state', <State of={campaign.state} />],
                ['mode', t(`modes.${campaign.mode}`)],
                ['goal', <Money value={campaign.goal} />],
                ['target', campaign.target ? <Money value={campaign.target} /> : t('campaigns.no_limit')],
                ['backerCap', campaign.backerCap ? <Money value={campaign.backerCap} /> : t('campaigns.no_limit')],
                ['opensAt', <When at={campaign.opensAt} />],
                ['deadline', <When at={campaign.deadlineAt} />],
              ]}
            />
            <Tiers campaign={campaign} changes={leads} />
            {campaign.story && (
              <Paper sx={{ p: 2 }}>
                <Typography sx={{ whiteSpace: 'pre-line', maxWidth: '70ch' }}>{campaign.story}</Typography>
              </Paper>
            )}
          </Stack>
        )}
      </Shown>
    </Page>
  );
}
