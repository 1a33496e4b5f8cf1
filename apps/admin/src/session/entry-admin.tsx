import { useQuery } from '@tanstack/react-query';
import { Alert, Box, Button, List, ListItem, ListItemButton, ListItemText, Paper, Typography } from '@mui/material';
import { useEffect } from 'react';
import { Admin, CustomRoutes, useLogout, usePermissions, useTranslate } from 'react-admin';
import { Route } from 'react-router';
import { authProvider } from '../providers/auth-provider.js';
import { read } from '../providers/api.js';
import { dataProviderFor } from '../providers/data-provider.js';
import { i18nProvider } from '../providers/i18n-provider.js';
import type { Me, MyEvent } from '../providers/me.js';
import { darkTheme, lightTheme } from '../theme.js';
import { LanguageButton } from '../layout/language-button.js';
import { SignIn } from './sign-in.js';

const enter = (slug: string): void => window.location.replace(`/admin/${encodeURIComponent(slug)}/`);

/** Whoever runs the installation may look into every event, also without a role in it. */
function useEventsOf(me: Me | undefined): MyEvent[] {
  const all = useQuery({ queryKey: ['events'], queryFn: () => read<{ items: MyEvent[] }>('events'), enabled: me?.isAdmin === true });
  const others = (all.data?.items ?? []).filter(({ slug }) => !me?.events.some((mine) => mine.slug === slug));
  return [...(me?.events ?? []), ...others.map(({ slug, name }) => ({ slug, name, roles: [] }))];
}

/** Chooses the event to work in; with only one there is nothing to choose. */
function ChooseEvent() {
  const t = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const logout = useLogout();
  const events = useEventsOf(me);
  const only = me && !me.isAdmin && me.events.length === 1 ? me.events[0] : undefined;
  useEffect(() => {
    document.title = `${t('session.choose')} · WeGetTogether`;
    if (only) enter(only.slug);
  }, [only, t]);
  if (!me || only) return null;
  return (
    <Box component="main" sx={{ maxWidth: 480, mx: 'auto', p: 2, pt: 6 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="h1">{t('session.choose')}</Typography>
        <LanguageButton />
      </Box>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('session.choose_intro')}
      </Typography>
      {events.length === 0 && <Alert severity="info">{t('session.no_event')}</Alert>}
      {events.length > 0 && (
        <Paper>
          <List>
            {events.map((event) => (
              <ListItem key={event.slug} disablePadding>
                <ListItemButton component="a" href={`/admin/${event.slug}/`}>
                  <ListItemText
                    primary={event.name}
                    secondary={event.roles.map((role) => t(`roles.${role}`)).join(', ') || t('session.looking_in')}
                  />
                </ListItemButton>
              </ListItem>
            ))}
          </List>
        </Paper>
      )}
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <Button variant="outlined" href="/">
          {t('session.site')}
        </Button>
        <Button onClick={() => void logout()}>{t('session.sign_out')}</Button>
      </Box>
    </Box>
  );
}

const bare = ({ children }: { children?: React.ReactNode }) => <>{children}</>;

/** The entrance: sign in, then choose an event. */
export const EntryAdmin = () => (
  <Admin
    requireAuth
    disableTelemetry
    authProvider={authProvider}
    dataProvider={dataProviderFor('')}
    i18nProvider={i18nProvider}
    theme={lightTheme}
    darkTheme={darkTheme}
    loginPage={SignIn}
    layout={bare}
    dashboard={ChooseEvent}
  >
    <CustomRoutes>
      <Route path="/choose" element={<ChooseEvent />} />
    </CustomRoutes>
  </Admin>
);
