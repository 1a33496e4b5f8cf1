import { Alert, Box, Tab, Tabs } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from '../common/page.js';
import { useEvent } from '../layout/event-context.js';
import { Tile } from './tile.js';
import { DESKS, desksOf, type Desk } from './tiles.js';

/** What waits for this person today: one desk for each kind of work they do here. */
export function Dashboard() {
  const t = useTranslate();
  const { roles, me, name } = useEvent();
  const desks = desksOf({ roles, isAdmin: me.isAdmin });
  const [chosen, setChosen] = useState<Desk>();
  const desk = chosen ?? desks[0];
  return (
    <Page title={t('dashboard.title', { name: me.name })} intro={t('dashboard.at', { event: name })}>
      {desks.length > 1 && (
        <Tabs
          value={desk}
          onChange={(_event, value: Desk) => setChosen(value)}
          variant="scrollable"
          aria-label={t('dashboard.desks')}
          sx={{ mb: 2 }}
        >
          {desks.map((id) => (
            <Tab key={id} value={id} label={t(`desks.${id}`)} />
          ))}
        </Tabs>
      )}
      {!desk && <Alert severity="info">{t('dashboard.no_role')}</Alert>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(300px, 1fr))' } }}>
        {desk && DESKS[desk].map((tile) => <Tile key={tile} name={tile} />)}
      </Box>
    </Page>
  );
}
