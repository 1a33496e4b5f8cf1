import { Paper, Stack, Typography } from '@mui/material';
import { Button } from '@mui/material';
import { Link, useBasename, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { ActButton } from '../common/act-button.js';
import { Facts } from '../common/facts.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import { useEvent } from '../layout/event-context.js';
import { CampaignProgress } from './campaign-progress.js';
import { stepsFrom } from './steps.js';
import { Tiers } from './tiers.js';
import type { Campaign } from './types.js';

/** One campaign: how far it is, its tiers, and the next step, which another person takes where two are needed. */
export function CampaignScreen() {
  const t = useTranslate();
  const base = useBasename();
  const { id = '' } = useParams();
  const { roles } = useEvent();
  const view = useView<Campaign>(`campaigns/${id}`);
  const actions = (
    <>
      {view.data &&
        stepsFrom(view.data.state).map(({ name, confirm }, i) => (
          <ActButton
            key={name}
            label={`campaigns.steps.${name}`}
            path={`campaigns/${id}/${name}`}
            confirm={confirm ? `campaigns.confirm.${name}` : undefined}
            variant={i === 0 ? 'contained' : 'text'}
            color={name === 'cancel' ? 'error' : 'primary'}
          />
        ))}
      {roles.some((role) => ['owner', 'organiser', 'treasurer'].includes(role)) && (
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
            <CampaignProgress campaignId={campaign.id} />
            <Facts
              facts={[
                ['state', <State of={campaign.state} />],
                ['mode', t(`modes.${campaign.mode}`)],
                ['goal', <Money value={campaign.goal} />],
                ['opensAt', <When at={campaign.opensAt} />],
                ['deadline', <When at={campaign.deadlineAt} />],
              ]}
            />
            <Tiers campaign={campaign} />
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
