import { ListPage } from '../common/list-page.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import { useEvent } from '../layout/event-context.js';
import { CampaignForm } from './campaign-form.js';
import type { Campaign } from './types.js';

/** Where people put their money together. */
export function CampaignsScreen() {
  const { roles } = useEvent();
  const leads = roles.some((role) => ['owner', 'organiser', 'treasurer'].includes(role));
  return (
    <ListPage<Campaign>
      resource="campaigns"
      title="campaigns.title"
      intro="campaigns.intro"
      empty="campaigns.empty"
      actions={leads && <CampaignForm label="campaigns.create" path="campaigns" />}
      linkTo={(row) => `campaigns/${row.id}`}
      columns={[
        { name: 'title', show: (row) => row.title },
        { name: 'state', show: (row) => <State of={row.state} /> },
        { name: 'pledged', numeric: true, show: (row) => <Money value={row.progress.pledged.amount} /> },
        { name: 'goal', numeric: true, show: (row) => <Money value={row.goal} /> },
        { name: 'deadline', show: (row) => <When at={row.deadlineAt} /> },
      ]}
    />
  );
}
