import { Box, Link as MuiLink, Paper, Stack, Typography } from '@mui/material';
import { Link, useCreatePath, useTranslate } from 'react-admin';
import { Empty } from '../common/empty.js';
import { Money } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { useHolds } from '../common/use-holds.js';
import { useView } from '../common/use-view.js';
import { MoveDeal } from './move-deal.js';
import { OpenDeal } from './open-deal.js';
import { pipelineOf } from './pipeline.js';
import type { Deal } from './types.js';

function DealCard({ deal }: { deal: Deal }) {
  const t = useTranslate();
  const path = useCreatePath();
  return (
    <Paper component="li" sx={{ p: 1.5, listStyle: 'none' }}>
      <MuiLink
        component={Link}
        to={path({ resource: 'deals', id: deal.id, type: 'edit' })}
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {deal.organisation}
      </MuiLink>
      <Typography variant="body2">
        {deal.packageName ?? t('deals.custom')} · <Money value={deal.price} />
      </Typography>
      {deal.openBenefits > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('deals.open_benefits', { smart_count: deal.openBenefits })}
        </Typography>
      )}
      <MoveDeal deal={deal} />
    </Paper>
  );
}

/** Every deal by the stage it has reached. */
export function DealsScreen() {
  const t = useTranslate();
  const deals = useView<{ items: Deal[] }>('deals', { limit: 100 });
  const sells = useHolds('owner', 'organiser', 'sponsors');
  return (
    <Page title="deals.title" intro="deals.intro" actions={sells && <OpenDeal />}>
      <Shown view={deals}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text="deals.empty" />
          ) : (
            <Box
              tabIndex={0}
              role="region"
              aria-label={t('deals.title')}
              sx={{ display: 'flex', gap: 1.5, overflowX: 'auto', pb: 1, alignItems: 'flex-start' }}
            >
              {pipelineOf(items).map(({ state, deals: here }) => (
                <Box
                  component="section"
                  key={state}
                  aria-label={t(`states.${state}`)}
                  sx={{ flex: here.length > 0 ? '0 0 240px' : '0 0 auto', minWidth: 96 }}
                >
                  <Typography variant="h3" component="h2" color={here.length > 0 ? undefined : 'textSecondary'} sx={{ mb: 1 }}>
                    {t(`states.${state}`)} {here.length > 0 && <>({here.length})</>}
                  </Typography>
                  <Stack component="ul" spacing={1} sx={{ p: 0, m: 0 }}>
                    {here.map((deal) => (
                      <DealCard key={deal.id} deal={deal} />
                    ))}
                  </Stack>
                </Box>
              ))}
            </Box>
          )
        }
      </Shown>
    </Page>
  );
}
