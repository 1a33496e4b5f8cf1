import { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Admin, CustomRoutes } from 'react-admin';
import { Route, useParams } from 'react-router';
import { Dashboard } from './dashboard/dashboard.js';
import { EventLayout } from './layout/layout.js';
import { InEvent } from './layout/in-event.js';
import { NotFound } from './layout/not-found.js';
import { Toast } from './layout/toast.js';
import { authProvider } from './providers/auth-provider.js';
import { dataProviderFor } from './providers/data-provider.js';
import { i18nProvider } from './providers/i18n-provider.js';
import { screens } from './screens.js';
import { SignIn } from './session/sign-in.js';
import { darkTheme, lightTheme } from './theme.js';

const FRESH_MS = 5_000;

/** What was read about one event is never shown for another: each has its own memory. */
function useEventTools(slug: string) {
  return useMemo(
    () => ({
      queryClient: new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_MS, retry: false } } }),
      dataProvider: dataProviderFor(slug),
    }),
    [slug],
  );
}

const Frame = ({ children }: { children?: React.ReactNode }) => (
  <InEvent>
    <EventLayout>{children}</EventLayout>
  </InEvent>
);

/** Everything the team does for one event, each screen loaded when it is first opened. */
export function EventAdmin() {
  const { slug = '' } = useParams();
  const tools = useEventTools(slug);
  return (
    <Admin
      key={slug}
      basename={`/${slug}`}
      requireAuth
      disableTelemetry
      {...tools}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      theme={lightTheme}
      darkTheme={darkTheme}
      loginPage={SignIn}
      layout={Frame}
      notification={Toast}
      dashboard={Dashboard}
      catchAll={NotFound}
    >
      <CustomRoutes>
        {screens.map(({ path, Screen }) => (
          <Route key={path} path={path} element={<Screen />} />
        ))}
      </CustomRoutes>
    </Admin>
  );
}
