import { Box } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { AppBar, Layout, useLocale } from 'react-admin';
import { LanguageButton } from './language-button.js';
import { EventSwitcher } from './event-switcher.js';
import { LoadingMark } from './loading-mark.js';
import { PublicPage } from './public-page.js';
import { RoleMenu } from './role-menu.js';

const Bar = () => (
  <AppBar
    toolbar={
      <>
        <PublicPage />
        <LanguageButton />
        <LoadingMark />
      </>
    }
  >
    <Box sx={{ flex: 1, display: 'flex', alignItems: 'center' }}>
      <EventSwitcher />
    </Box>
  </AppBar>
);

/** The frame around every screen: event and language on top, the places by role at the side. */
export function EventLayout({ children }: { children?: ReactNode }) {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <Layout appBar={Bar} menu={RoleMenu}>
      {children}
    </Layout>
  );
}
