import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { useEvent } from '../../parts/event-context';
import { Empty, Late } from '../../parts/notice';
import { Page } from '../../parts/page';
import { TwoVoices } from '../../parts/result/two-voices';
import type { TwoVoicesView } from '../../views/results';

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  return { voices: (await api.part<TwoVoicesView>(`/events/${args.params['slug']}/two-voices`)) ?? null };
}

/** What people vote for and what they pledge money for, side by side and never added up. */
export default function Voices(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useEvent();
  const { voices } = useLoaderData<typeof loader>();
  return (
    <Page title={t('voices.title')} lead={t('voices.lead')} above={<a href={`/events/${slug}/ballots`}>{t('ballots.title')}</a>}>
      {voices === null ? (
        <Late />
      ) : voices.items.length ? (
        <TwoVoices items={voices.items} proposals={`/events/${slug}/proposals`} />
      ) : (
        <Empty step={<a href={`/events/${slug}/ballots`}>{t('ballots.title')}</a>}>{t('voices.empty')}</Empty>
      )}
    </Page>
  );
}
