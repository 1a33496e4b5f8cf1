import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { Facts } from '../common/facts.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useView } from '../common/use-view.js';
import { Refund } from './refund.js';
import type { Pledge } from './types.js';

/** One pledge: how it stands, what was paid and given back. */
export function PledgeScreen() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const view = useView<Pledge>(`/pledges/${id}`);
  return (
    <Page
      title={view.data ? t('pledges.one', { reference: view.data.reference }) : 'pledges.title'}
      actions={view.data && <Refund pledge={view.data} />}
    >
      <Shown view={view}>
        {(pledge) => (
          <Stack spacing={2}>
            <Facts
              facts={[
                ['state', <State of={pledge.state} />],
                ['amount', <Money value={pledge.amount} />],
                ['refunded', <Money value={pledge.refunded} />],
                ['name', pledge.organisation ?? pledge.name ?? '–'],
                ['method', t(`methods.${pledge.method}`)],
                ['tier', pledge.tier ?? '–'],
                ['madeAt', <When at={pledge.madeAt} />],
                ['nextTryAt', <When at={pledge.nextTryAt} />],
                ['lastCode', pledge.lastCode ?? '–'],
              ]}
            />
          </Stack>
        )}
      </Shown>
    </Page>
  );
}
