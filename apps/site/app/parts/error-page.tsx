import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { asProblem } from '../http/problem';
import { usePage } from './page-context';
import { Page } from './page';

const KNOWN = [401, 403, 404, 409, 429, 503] as const;

/** What happened, what was kept, what to do next, and a reference a person can quote; an address without anything needs none. */
export function ErrorPage(): ReactNode {
  const { t } = useTranslation();
  const { requestId, path } = usePage();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const problem = isRouteErrorResponse(error) ? asProblem(status, error.data) : undefined;
  const kind = KNOWN.find((known) => known === status) ?? 'other';
  return (
    <Page title={t(`error.${kind}.title`)} narrow>
      <p>{t(`error.${kind}.text`)}</p>
      <p className="go">
        <a href={kind === 404 || kind === 403 ? '/' : path}>{t(`error.${kind}.next`)}</a>
      </p>
      {kind === 404 && (
        <ul>
          <li>
            <a href="/events">{t('home.seeEvents')}</a>
          </li>
          <li>
            <a href="/sparks">{t('home.allSparks')}</a>
          </li>
        </ul>
      )}
      {kind !== 404 && (problem?.requestId || requestId) && (
        <p className="quiet">
          {t('error.reference')} <code>{problem?.requestId || requestId}</code>
        </p>
      )}
    </Page>
  );
}
