import { Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ActButton } from '../common/act-button.js';
import { Empty } from '../common/empty.js';
import { Money } from '../common/money.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { useHolds } from '../common/use-holds.js';
import { useView } from '../common/use-view.js';
import { AddPackage } from './add-package.js';
import type { Package } from './types.js';

function PackageCard({ item, sells }: { item: Package; sells: boolean }) {
  const t = useTranslate();
  return (
    <Paper component="section" aria-label={item.name} sx={{ p: 2 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h2">
          {item.name} {item.year}
        </Typography>
        {item.hidden && <Chip size="small" label={t('packages.hidden')} />}
        <Typography sx={{ ml: 'auto', fontWeight: 650 }}>
          <Money value={item.price} />
        </Typography>
      </Stack>
      <Typography color="textSecondary">
        {item.left === null ? t('packages.no_limit') : t('packages.left', { left: item.left, capacity: item.capacity ?? 0 })}
      </Typography>
      {item.description && <Typography sx={{ mt: 1, whiteSpace: 'pre-line' }}>{item.description}</Typography>}
      <ul>
        {item.benefits.map((benefit) => (
          <li key={benefit.id}>{benefit.units > 1 ? `${benefit.units} × ${benefit.name}` : benefit.name}</li>
        ))}
      </ul>
      {sells && (
        <ActButton
          label={item.hidden ? 'packages.show' : 'packages.hide'}
          path={`sponsor-packages/${item.id}`}
          method="PATCH"
          body={{ hidden: !item.hidden }}
          variant="text"
        />
      )}
    </Paper>
  );
}

/** What sponsors can choose, what it costs and what they get for it. */
export function PackagesScreen() {
  const packages = useView<{ items: Package[] }>('sponsor-packages');
  const sells = useHolds('owner', 'organiser', 'sponsors');
  return (
    <Page title="packages.title" intro="packages.intro" actions={sells && <AddPackage />}>
      <Shown view={packages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text="packages.empty" />
          ) : (
            <Stack spacing={2}>
              {items.map((item) => (
                <PackageCard key={item.id} item={item} sells={sells} />
              ))}
            </Stack>
          )
        }
      </Shown>
    </Page>
  );
}
