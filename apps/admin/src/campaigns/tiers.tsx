import { Box, Paper, Typography } from '@mui/material';
import { BooleanInput, NumberInput, TextInput, maxLength, minValue, required, useTranslate } from 'react-admin';
import { FormDialog } from '../common/form-dialog.js';
import { decimalOf } from '../common/format.js';
import { MoneyInput, moneyIn } from '../common/inputs.js';
import { Money } from '../common/money.js';
import { Rows } from '../common/rows.js';
import { useEvent } from '../layout/event-context.js';
import type { Campaign, Tier } from './types.js';

function TierForm({ campaignId, tier }: { campaignId: string; tier?: Tier }) {
  const { currency } = useEvent();
  return (
    <FormDialog
      label={tier ? 'campaigns.edit_tier' : 'campaigns.add_tier'}
      path={`campaigns/${campaignId}/tiers${tier ? `/${tier.id}` : ''}`}
      act={{ method: tier ? 'PATCH' : undefined }}
      initial={tier ? { ...tier, price: decimalOf(tier.price) } : { hidden: false }}
      bodyOf={(values) => ({
        name: values.name,
        description: values.description ?? '',
        price: moneyIn(values, 'price', currency),
        capacity: values.capacity ?? undefined,
        hidden: values.hidden === true,
      })}
      button={{ variant: tier ? 'text' : 'outlined' }}
    >
      <TextInput source="name" label="fields.name" validate={[required(), maxLength(80)]} fullWidth />
      <TextInput source="description" label="fields.description" multiline validate={maxLength(2_000)} fullWidth />
      <MoneyInput source="price" label="fields.price" validate={required()} fullWidth />
      <NumberInput source="capacity" label="fields.capacity" min={1} validate={minValue(1)} fullWidth />
      <BooleanInput source="hidden" label="campaigns.hidden" />
    </FormDialog>
  );
}

/** What people can choose to give, and how many places are left. */
export function Tiers({ campaign, changes }: { campaign: Campaign; changes: boolean }) {
  const t = useTranslate();
  return (
    <Paper sx={{ p: 2, overflowX: 'auto' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mb: 1 }}>
        <Typography variant="h2">{t('campaigns.tiers')}</Typography>
        {changes && <TierForm campaignId={campaign.id} />}
      </Box>
      <Rows
        rows={campaign.tiers}
        columns={[
          { name: 'name', show: (tier) => tier.name },
          { name: 'price', numeric: true, show: (tier) => <Money value={tier.price} /> },
          {
            name: 'left',
            numeric: true,
            show: (tier) =>
              tier.capacity === null ? t('packages.no_limit') : t('packages.left', { left: tier.left, capacity: tier.capacity }),
          },
          { name: 'taken', numeric: true, show: (tier) => tier.taken },
          ...(changes ? [{ name: 'actions', show: (tier: Tier) => <TierForm campaignId={campaign.id} tier={tier} /> }] : []),
        ]}
      />
    </Paper>
  );
}
