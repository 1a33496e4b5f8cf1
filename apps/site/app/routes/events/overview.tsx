import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { readCampaign } from '../../http/campaign';
import { visitorOf } from '../../http/visitor';
import { Backers } from '../../parts/backers';
import { BudgetPhase } from '../../parts/budget-phase';
import { CampaignPanel } from '../../parts/campaign-panel';
import { useEvent } from '../../parts/event-context';
import { EventFacts } from '../../parts/event-facts';
import { LivePart } from '../../parts/live-part';
import { Needs } from '../../parts/needs';
import { DoneNotice, Empty, Late } from '../../parts/notice';
import { PhasePath } from '../../parts/phase-path';
import { SparkCard } from '../../parts/spark-card';
import { Thanks } from '../../parts/thanks';
import { Tiers } from '../../parts/tiers';
import type { BudgetView } from '../../views/books';
import type { PublicPledgePageView } from '../../views/campaigns';
import type { BudgetPhasesView } from '../../views/events';
import type { SparksPageView } from '../../views/sparks';
import type { ThanksListView } from '../../views/sponsors';

/** Nobody chooses what to pledge for once a campaign is over. */
const BEFORE_THE_END = new Set(['scheduled', 'live']);

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  const slug = args.params['slug'] ?? '';
  const path = `/events/${slug}`;
  const [campaign, budget, sponsors, sparks, process] = await Promise.all([
    readCampaign(api, slug),
    api.part<BudgetView>(`${path}/books/budget`),
    api.part<ThanksListView>(`${path}/sponsors`),
    api.part<SparksPageView>('/sparks', { event: slug, limit: 3 }),
    api.part<BudgetPhasesView>(`${path}/budget-phases`),
  ]);
  const backers = campaign ? await api.part<PublicPledgePageView>(`/campaigns/${campaign.id}/pledges`, { limit: 10 }) : undefined;
  return {
    campaign,
    backers: backers ?? null,
    budget: budget ?? null,
    sponsors: sponsors ?? null,
    sparks: sparks ?? null,
    process: process ?? null,
  };
}

/** The event: what it is, where it stands, what it needs and who is behind it. Story left, money right. */
export default function Overview(): ReactNode {
  const { t } = useTranslation();
  const event = useEvent();
  const { campaign, backers, budget, sponsors, sparks, process } = useLoaderData<typeof loader>();
  const path = `/events/${event.slug}`;
  return (
    <div className="page">
      <title>{`${event.name} – WeGetTogether`}</title>
      <meta name="description" content={event.summary} />
      <meta property="og:title" content={event.name} />
      <DoneNotice />
      <div className="event-head">
        <h1>{event.name}</h1>
        <p className="prose lead">{event.summary}</p>
        <EventFacts event={event} />
        <LivePart id="phase-live" slug={event.slug}>
          <PhasePath phase={event.phase} />
          <BudgetPhase process={process} timeZone={event.timeZone} />
        </LivePart>
      </div>
      <div className="split">
        <div>
          {campaign?.story && <p className="prose">{campaign.story}</p>}
          <section aria-labelledby="needs">
            <h2 id="needs">{t('needs.title')}</h2>
            {budget === null ? (
              <Late />
            ) : budget.items.length ? (
              <Needs lines={budget.items} path={path} />
            ) : (
              <Empty>{t('needs.empty')}</Empty>
            )}
          </section>
          <section aria-labelledby="thanks">
            <h2 id="thanks">{t('thanks.title')}</h2>
            {sponsors === null ? <Late /> : <Thanks sponsors={sponsors} />}
          </section>
          {campaign && (
            <section aria-labelledby="backers">
              <h2 id="backers">{t('backers.title')}</h2>
              {backers === null ? <Late /> : <Backers pledges={backers} />}
            </section>
          )}
        </div>
        <aside className="money-side" aria-label={t('funding.title')}>
          {campaign === undefined ? (
            <Late />
          ) : campaign === null ? (
            <Empty step={<a href={`${path}/proposals`}>{t('proposals.title')}</a>}>{t('funding.notYet')}</Empty>
          ) : (
            <LivePart id="campaign-live" slug={event.slug}>
              <CampaignPanel campaign={campaign} inKind={budget?.metInKind} path={path} timeZone={event.timeZone} />
            </LivePart>
          )}
          {campaign && BEFORE_THE_END.has(campaign.state) && (
            <Tiers tiers={campaign.tiers} path={path} open={campaign.state === 'live' && campaign.progress.left?.amount !== 0} />
          )}
        </aside>
      </div>
      <section aria-labelledby="event-sparks">
        <h2 id="event-sparks">{t('event.sparks')}</h2>
        {sparks === null ? (
          <Late />
        ) : sparks.items.length ? (
          <div className="wall">
            {sparks.items.map((spark) => (
              <SparkCard key={spark.id} spark={spark} back={path} />
            ))}
          </div>
        ) : (
          <Empty>{t('wall.empty')}</Empty>
        )}
        <p className="go">
          <a href={`/sparks?event=${event.slug}`}>{t('event.allSparks')}</a>
        </p>
      </section>
      {campaign?.state === 'live' && (
        <p className="bottom-bar">
          <a href={`${path}/pledge`} role="button">
            {t('event.page.pledge')}
          </a>
        </p>
      )}
    </div>
  );
}
