import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useRouteLoaderData } from 'react-router';
import { readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { DoneNotice, Empty } from '../../parts/notice';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { SparkCard } from '../../parts/spark-card';
import { SparkForm } from '../../parts/spark-form';
import { Tabs } from '../../parts/tabs';
import type { loader as rootLoader } from '../../root';
import type { EventDetailView, EventsPageView } from '../../views/events';
import type { PostedSparkView, SparksPageView } from '../../views/sparks';

const MOST_EVENTS = 100;
/** More than a spark may be long: whoever wrote too much on the start page sees all of it and what to cut. */
const DRAFT_MAX = 1_000;
const SORTS = ['fair', 'newest', 'supported'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const sort = SORTS.find((s) => s === url.searchParams.get('sort')) ?? null;
  const slug = url.searchParams.get('event');
  const [page, event, events] = await Promise.all([
    api.get<SparksPageView>('/sparks', { sort, event: slug, after: url.searchParams.get('after') }),
    slug ? api.part<EventDetailView>(`/events/${encodeURIComponent(slug)}`) : undefined,
    slug ? undefined : api.part<EventsPageView>('/events', { limit: MOST_EVENTS }),
  ]);
  return {
    page,
    sort,
    events: events?.items,
    draft: url.searchParams.get('text')?.slice(0, DRAFT_MAX),
    event: event ? { slug: event.slug, name: event.name } : null,
    back: url.pathname + url.search,
  };
}

/** Posts a spark: a member's is on the wall at once, a guest's when the address is confirmed. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const guest = form['email'] !== undefined ? { email: form['email'], name: form['name'] } : {};
  const posted = await api.write<PostedSparkView>('POST', '/sparks', {
    text: form['text'],
    locale: language,
    ...(form['eventSlug'] ? { eventSlug: form['eventSlug'] } : {}),
    ...guest,
  });
  if (!posted.ok) {
    const same = posted.problem.details?.['sparkId'];
    return refused(posted.problem, form, translatorOf(language).t, ABOUT, typeof same === 'string' ? `/sparks/${same}` : undefined);
  }
  return redirect(posted.body.waitsForConfirmation ? '/sparks/confirm?sent=1' : `/sparks/${posted.body.id}?done=spark-posted`, 303);
}

const ABOUT = { SPARK_TOO_LONG: 'text', SPARK_EMPTY: 'text' };

export default function Wall(): ReactNode {
  const { t } = useTranslation();
  const { page, sort, event, events, draft, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  return (
    <Page
      title={event ? t('wall.titleOf', { event: event.name }) : t('wall.title')}
      lead={t('wall.lead')}
      above={event && <a href={`/events/${event.slug}`}>{event.name}</a>}
    >
      <DoneNotice />
      <SparkForm reply={reply} signedIn={!!me} eventSlug={event?.slug} draft={draft} />
      <Tabs
        label={t('wall.order')}
        tabs={SORTS.map((s) => ({
          to: `/sparks?${new URLSearchParams({ ...(event ? { event: event.slug } : {}), sort: s })}`,
          label: t(`wall.sort.${s}`),
          current: s === (sort ?? 'fair'),
        }))}
      />
      {page.items.length ? (
        <div className="wall">
          {page.items.map((spark) => (
            <SparkCard key={spark.id} spark={spark} back={back} events={events} />
          ))}
        </div>
      ) : (
        <Empty step={<a href="#text">{t('wall.first')}</a>}>{t('wall.empty')}</Empty>
      )}
      <Pager next={page.next} />
    </Page>
  );
}
