import { createRequestHandler, RouterContextProvider } from 'react-router';
import * as build from 'virtual:react-router/server-build';
import { Api, type Outcome, type SendToApi, needed } from './app/http/api';
import { comesFromElsewhere } from './app/http/same-origin';
import { type Visitor, visitorContext } from './app/http/visitor';
import { languageOf } from './app/i18n/language';
import type { MeView } from './app/views/accounts';

export type { SendToApi } from './app/http/api';

export interface SiteParts {
  /** Sends one request to the JSON API in this process. */
  api: SendToApi;
  /** Writes a fault of ours into the log, as every other part of the process does. */
  fault: (said: object) => void;
}

export interface PageExtras {
  /** The nonce that this response's Content-Security-Policy allows. */
  nonce: string;
  /** Shown on error pages so that a person can quote it. */
  requestId?: string;
}

/** Makes the function that answers a page request with a page. It keeps nothing between requests. */
export function createSite({ api: send, fault }: SiteParts): (request: Request, extras: PageExtras) => Promise<Response> {
  const handle = createRequestHandler(build, 'production');
  return async (request, { nonce, requestId = '' }) => {
    if (comesFromElsewhere(request)) return new Response('This form was sent from another site.', { status: 403 });
    const api = new Api(send, request.headers);
    // Asked at most once a page, and of nobody without a session unless the page is for members.
    let asked: Promise<Outcome<MeView>> | undefined;
    const account = (): Promise<Outcome<MeView>> => (asked ??= api.look<MeView>('/me'));
    const me = async (): Promise<MeView | undefined> => {
      const known = api.hasSession ? await account() : undefined;
      return known?.ok ? known.body : undefined;
    };
    const member = async (back: string): Promise<MeView> => needed(await account(), back);
    const language = await languageOf(request.headers, me);
    api.speak(language);
    const visitor: Visitor = { api, me, member, language, nonce, requestId, url: new URL(request.url), fault };
    const context = new RouterContextProvider();
    context.set(visitorContext, visitor);
    const response = await handle(request, context);
    for (const cookie of api.cookies) response.headers.append('set-cookie', cookie);
    return response;
  };
}
