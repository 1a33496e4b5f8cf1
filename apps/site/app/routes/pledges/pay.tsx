import type { ReactNode } from 'react';
import { setTimeout as wait } from 'node:timers/promises';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { Page } from '../../parts/page';

const TRIES = 6;
const BETWEEN_MS = 400;

/** Leads on to the payment page, and waits a little where it is still being made. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const link = url.searchParams.get('link');
  for (let tries = 1; ; tries += 1) {
    const to = await api.leadsTo(`/pledges/${args.params['id']}/checkout`, { link }, url.pathname);
    if (to) throw redirect(to, 303);
    if (tries === TRIES) return { again: url.pathname + url.search };
    await wait(BETWEEN_MS);
  }
}

export default function Pay(): ReactNode {
  const { t } = useTranslation();
  const { again } = useLoaderData<typeof loader>();
  return (
    <Page title={t('pay.title')} narrow>
      <meta httpEquiv="refresh" content="3" />
      <p role="status">{t('pay.text')}</p>
      <p className="actions">
        <a href={again} role="button">
          {t('pay.again')}
        </a>
      </p>
    </Page>
  );
}
