import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { type EntryContext, type RouterContextProvider, ServerRouter, isRouteErrorResponse } from 'react-router';
import { translatorOf } from './i18n/translator';
import { visitorContext } from './http/visitor';
import { PageContext } from './parts/page-context';

/** Renders a page whole: nothing on it waits, so there is nothing to stream. */
export default function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: Readonly<RouterContextProvider>,
): Response {
  const { language, nonce, requestId, url } = context.get(visitorContext);
  const page = { language, nonce, requestId, path: url.pathname + url.search, script: router.manifest.entry.module };
  const html = renderToString(
    <I18nextProvider i18n={translatorOf(language)}>
      <PageContext value={page}>
        <ServerRouter context={router} url={request.url} nonce={nonce} />
      </PageContext>
    </I18nextProvider>,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-language', language);
  headers.append('vary', 'cookie, accept-language');
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Faults of ours go to the log with the request id that the error page shows; refusals of the API are no faults. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { requestId, url, fault } = context.get(visitorContext);
  fault({ requestId, path: url.pathname, fault: error instanceof Error ? error.stack : String(error) });
}
