import { TextInput, maxLength, minLength, required } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { FormDialog } from '../common/form-dialog.js';
import { decimalOf, wallOf } from '../common/format.js';
import { useEvent } from '../layout/event-context.js';
import { CampaignForm } from './campaign-form.js';
import { mayChange, stepsFrom } from './steps.js';
import type { Campaign } from './types.js';

/** The steps that are open to a campaign from where it stands. */
export function CampaignSteps({ campaign }: { campaign: Campaign }) {
  const { roles } = useEvent();
  return (
    <>
      {stepsFrom(campaign.state, roles).map(({ name, confirm, reason }, i) => {
        const label = `campaigns.steps.${name}`;
        const path = `campaigns/${campaign.id}/${name}`;
        if (!reason)
          return (
            <ActButton
              key={name}
              label={label}
              path={path}
              confirm={confirm ? `campaigns.confirm.${name}` : undefined}
              variant={i === 0 ? 'contained' : 'text'}
            />
          );
        return (
          <FormDialog key={name} label={label} note={`campaigns.confirm.${name}`} path={path} button={{ variant: 'text', color: 'error' }}>
            <TextInput source="reason" label="fields.reason" validate={[required(), minLength(3), maxLength(500)]} multiline fullWidth />
          </FormDialog>
        );
      })}
      {mayChange(campaign.state) && (
        <CampaignForm
          label="campaigns.edit"
          path={`campaigns/${campaign.id}`}
          of={campaign.state}
          initial={{
            ...campaign,
            goal: decimalOf(campaign.goal),
            target: campaign.target && decimalOf(campaign.target),
            backerCap: campaign.backerCap && decimalOf(campaign.backerCap),
            opensAt: wallOf(campaign.opensAt, campaign.timeZone),
            deadline: campaign.deadline.slice(0, 16),
          }}
        />
      )}
    </>
  );
}
