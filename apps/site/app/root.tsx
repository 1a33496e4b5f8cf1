import pico from '@picocss/pico/css/pico.classless.min.css?url';
import type { ReactNode } from 'react';
import { Links, type LinksFunction, type LoaderFunctionArgs, Meta, Outlet, useRouteLoaderData } from 'react-router';
import { ErrorPage } from './parts/error-page';
import { Footer } from './parts/footer';
import { Header } from './parts/header';
import { usePage } from './parts/page-context';
import { visitorOf } from './http/visitor';
import base from './styles/base.css?url';
import forms from './styles/forms.css?url';
import pages from './styles/pages.css?url';
import pictures from './styles/pictures.css?url';
import votes from './styles/votes.css?url';
import type { MeView } from './views/accounts';

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  ...[pico, base, forms, pages, pictures, votes].map((href) => ({ rel: 'stylesheet', href })),
];

/** Who is signed in, for the header. */
export async function loader(args: LoaderFunctionArgs): Promise<{ me: MeView | null }> {
  return { me: (await visitorOf(args).me()) ?? null };
}

export function Layout({ children }: { children: ReactNode }): ReactNode {
  const { language, nonce, script } = usePage();
  const me = useRouteLoaderData<typeof loader>('root')?.me ?? null;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#00726b" />
        <Meta />
        <Links />
      </head>
      <body>
        <Header me={me} />
        <main id="main">{children}</main>
        <Footer />
        <script type="module" src={script} nonce={nonce} />
      </body>
    </html>
  );
}

export default function Site(): ReactNode {
  return <Outlet />;
}

export const ErrorBoundary = ErrorPage;
