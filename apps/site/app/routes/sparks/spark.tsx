import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useRouteLoaderData } from 'react-router';
import { commentBody } from '../../http/comment-body';
import { type FormReply, readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { wayBack, withDone, withNext } from '../../http/way-back';
import { translatorOf } from '../../i18n/translator';
import { Conversation } from '../../parts/conversation';
import { DoneNotice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { PromoteForm } from '../../parts/promote-form';
import { ReportForm } from '../../parts/report-form';
import { ShareSpark } from '../../parts/share-spark';
import { SupportButton } from '../../parts/support-button';
import { useFormat } from '../../parts/use-format';
import type { loader as rootLoader } from '../../root';
import type { EventsPageView } from '../../views/events';
import type { CommentsPageView, PromotedView, SparkDetailView } from '../../views/sparks';

const MOST_EVENTS = 100;

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const path = `/sparks/${args.params['id']}`;
  const [spark, comments] = await Promise.all([
    api.get<SparkDetailView>(path),
    api.part<CommentsPageView>(`${path}/comments`, { after: url.searchParams.get('after') }),
  ]);
  const became = spark.promotions.find(({ kind }) => kind === 'event')?.id;
  const events = became || spark.event ? await api.part<EventsPageView>('/events', { limit: MOST_EVENTS }) : undefined;
  const event = events?.items.find(({ id, slug }) => id === became || slug === spark.event);
  return { spark, comments: comments ?? null, path, event: event && { slug: event.slug, name: event.name, timeZone: event.timeZone } };
}

/** What a person does to a spark, by the form's `do`. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const path = `/sparks/${args.params['id']}`;
  const deeds: Record<string, { method: 'POST' | 'DELETE'; to: string; body?: object; done?: string }> = {
    support: { method: 'POST', to: `${path}/support` },
    unsupport: { method: 'DELETE', to: `${path}/support` },
    comment: {
      method: 'POST',
      to: `${path}/comments`,
      body: commentBody(form),
      done: 'comment-posted',
    },
    report: {
      method: 'POST',
      to: `${path}/report`,
      body: { reason: form['reason'], ...(form['note'] ? { note: form['note'] } : {}) },
      done: 'reported',
    },
    promote: {
      method: 'POST',
      to: `${path}/promote`,
      body: { slug: form['slug'], name: form['name'], currency: form['currency'], timeZone: form['timeZone'] },
      done: 'promoted',
    },
  };
  const deed = deeds[form['do'] ?? ''];
  if (!deed) return redirect(path, 303);
  const answer = await api.write<PromotedView | undefined>(deed.method, deed.to, deed.body, form['key']);
  const back = wayBack(form['back'], path);
  if (answer.ok)
    return redirect(
      form['do'] === 'promote'
        ? withDone(`/events/${answer.body?.slug ?? form['slug']}`, 'promoted')
        : deed.done
          ? withDone(back, deed.done)
          : back,
      303,
    );
  if (answer.problem.status === 401) return redirect(withNext('/sign-in', path), 303);
  return refused(answer.problem, form, translatorOf(language).t, { text: 'comment', SLUG_TAKEN: 'slug' });
}

export default function Spark(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { spark, comments, path, event } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as FormReply | undefined;
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  return (
    <Page title={spark.text ?? t('spark.hidden')} above={<a href="/sparks">{t('nav.sparks')}</a>} narrow>
      <DoneNotice />
      <p className="quiet">
        {spark.author ?? t('person.unknown')} · <time dateTime={spark.postedAt}>{format.date(spark.postedAt)}</time> ·{' '}
        {t(`spark.state.${spark.state}`)}
      </p>
      {event && (
        <p className="notice">
          {t(spark.event ? 'spark.becameEvent' : 'spark.becameThis')} <a href={`/events/${event.slug}`}>{event.name}</a>
        </p>
      )}
      <SupportButton action={path} count={spark.supports} mine={spark.supported} back={path} of={spark.text ?? ''} />
      <Conversation
        action={path}
        comments={comments}
        signedIn={!!me}
        open={spark.state === 'conversing' || spark.state === 'promoted'}
        closedBecause={spark.state === 'open' ? t('spark.opensAt', { count: spark.threshold }) : t('conversation.closed')}
        reply={reply}
        timeZone={event?.timeZone}
      />
      {me && !spark.event && (me.isAdmin || (spark.mine && spark.state === 'conversing')) && <PromoteForm action={path} reply={reply} />}
      <ShareSpark spark={spark} />
      <ReportForm action={path} signedIn={!!me} />
    </Page>
  );
}
