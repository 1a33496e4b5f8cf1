import { Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { Facts } from '../common/facts.js';
import { Money, When } from '../common/money.js';
import { Page } from '../common/page.js';
import { Rows } from '../common/rows.js';
import { Shown } from '../common/shown.js';
import { State } from '../common/state.js';
import { useHolds } from '../common/use-holds.js';
import { useView } from '../common/use-view.js';
import { AddBenefit } from './add-benefit.js';
import { MoveBenefit } from './move-benefit.js';
import { MoveDeal } from './move-deal.js';
import type { Benefit, WholeDeal } from './types.js';

/** One deal: where it stands, what was promised and delivered, and its invoice. */
export function DealScreen() {
  const t = useTranslate();
  const { id } = useParams();
  const view = useView<WholeDeal>(`deals/${id}`);
  const sells = useHolds('owner', 'organiser', 'sponsors');
  return (
    <Page title={view.data?.organisation ?? 'deals.one'} actions={view.data && <MoveDeal deal={view.data} />}>
      <Shown view={view}>
        {(deal) => (
          <Stack spacing={2}>
            <Facts
              facts={[
                ['state', <State of={deal.state} />],
                ['package', deal.packageName ?? t('deals.custom')],
                ['price', <Money value={deal.price} />],
                ['contactName', deal.contactName ?? '–'],
                ['agreedBy', deal.agreedBy ?? '–'],
                ['contractedBy', deal.contractedBy ?? '–'],
                ['movedAt', <When at={deal.movedAt} />],
              ]}
            />
            {deal.invoice && (
              <Facts
                facts={[
                  ['invoice', deal.invoice.number],
                  ['reference', deal.invoice.reference],
                  ['amount', <Money value={deal.invoice.amount} />],
                  ['paid', <Money value={deal.invoice.paid} />],
                  ['dueOn', <When at={deal.invoice.dueOn} />],
                ]}
              />
            )}
            {deal.customised && (
              <Typography>
                {t('deals.customised', {
                  added: deal.customised.added.join(', ') || '–',
                  removed: deal.customised.removed.join(', ') || '–',
                })}{' '}
                <Money value={deal.customised.priceEffect} />
              </Typography>
            )}
            <Paper sx={{ p: 2, overflowX: 'auto' }}>
              <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mb: 1 }}>
                <Typography variant="h2">{t('deals.benefits')}</Typography>
                {sells && <AddBenefit dealId={deal.id} />}
              </Box>
              {deal.benefits.length === 0 ? (
                <Typography color="textSecondary">{t('deals.no_benefits')}</Typography>
              ) : (
                <Rows
                  rows={deal.benefits}
                  columns={[
                    { name: 'name', show: (benefit) => `${benefit.units > 1 ? `${benefit.units} × ` : ''}${benefit.name}` },
                    { name: 'state', show: (benefit) => <State of={benefit.state} /> },
                    { name: 'dueOn', show: (benefit) => <When at={benefit.dueOn} /> },
                    { name: 'evidence', show: (benefit) => benefit.evidence?.text ?? '–' },
                    ...(sells ? [{ name: 'actions', show: (benefit: Benefit) => <MoveBenefit dealId={deal.id} benefit={benefit} /> }] : []),
                  ]}
                />
              )}
            </Paper>
          </Stack>
        )}
      </Shown>
    </Page>
  );
}
