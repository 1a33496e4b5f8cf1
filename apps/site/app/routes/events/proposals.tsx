import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { visitorOf } from '../../http/visitor';
import { useEvent } from '../../parts/event-context';
import { DoneNotice, Empty } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { ProposalRow } from '../../parts/proposal-row';
import { Tabs } from '../../parts/tabs';
import type { ProposalsPageView } from '../../views/proposals';

const SORTS = ['supported', 'newest'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const sort = SORTS.find((s) => s === url.searchParams.get('sort')) ?? 'supported';
  const page = await api.get<ProposalsPageView>(`/events/${args.params['slug']}/proposals`, { sort, after: url.searchParams.get('after') });
  return { page, sort, back: url.pathname + url.search };
}

export default function Proposals(): ReactNode {
  const { t } = useTranslation();
  const event = useEvent();
  const { page, sort, back } = useLoaderData<typeof loader>();
  const path = `/events/${event.slug}/proposals`;
  const first = (
    <a href={`${path}/new`} role="button">
      {t('proposals.new')}
    </a>
  );
  return (
    <Page title={t('proposals.title')} lead={t('proposals.lead')}>
      <DoneNotice />
      <p className="actions">{first}</p>
      <Tabs
        label={t('wall.order')}
        tabs={SORTS.map((s) => ({ to: s === 'supported' ? path : `${path}?sort=${s}`, label: t(`wall.sort.${s}`), current: s === sort }))}
      />
      {page.items.length ? (
        <div className="cards">
          {page.items.map((proposal) => (
            <ProposalRow key={proposal.id} proposal={proposal} slug={event.slug} back={back} />
          ))}
        </div>
      ) : (
        <Empty>{t('proposals.empty')}</Empty>
      )}
      <Pager next={page.next} />
    </Page>
  );
}
