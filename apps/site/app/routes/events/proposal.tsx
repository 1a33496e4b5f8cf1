import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useRouteLoaderData } from 'react-router';
import { commentBody } from '../../http/comment-body';
import { type FormReply, readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { wayBack, withDone, withNext } from '../../http/way-back';
import { translatorOf } from '../../i18n/translator';
import { toneOf } from '../../models/tones';
import { Conversation } from '../../parts/conversation';
import { CostSheet } from '../../parts/cost-sheet';
import { ErrorSummary } from '../../parts/error-summary';
import { useEvent } from '../../parts/event-context';
import { DoneNotice, Empty } from '../../parts/notice';
import { Page } from '../../parts/page';
import { ReportForm } from '../../parts/report-form';
import { SupportButton } from '../../parts/support-button';
import { WithdrawProposal } from '../../parts/withdraw-proposal';
import type { loader as rootLoader } from '../../root';
import type { ProposalDetailView } from '../../views/proposals';
import type { CommentsPageView } from '../../views/sparks';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const path = `/events/${args.params['slug']}/proposals/${args.params['id']}`;
  const [proposal, comments] = await Promise.all([
    api.get<ProposalDetailView>(path),
    api.part<CommentsPageView>(`${path}/comments`, { after: url.searchParams.get('after') }),
  ]);
  return { proposal, comments: comments ?? null, path };
}

/** What a person does to a proposal, by the form's `do`. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const path = `/events/${args.params['slug']}/proposals/${args.params['id']}`;
  const note = form['note'] ? { note: form['note'] } : {};
  const deeds: Record<string, { method: 'POST' | 'DELETE'; to: string; body?: object; done?: string }> = {
    support: { method: 'POST', to: `${path}/support` },
    unsupport: { method: 'DELETE', to: `${path}/support` },
    comment: {
      method: 'POST',
      to: `${path}/comments`,
      body: commentBody(form),
      done: 'comment-posted',
    },
    report: { method: 'POST', to: `${path}/report`, body: { reason: form['reason'], ...note }, done: 'reported' },
    publish: { method: 'POST', to: `${path}/publish`, done: 'proposal-published' },
    withdraw: { method: 'POST', to: `${path}/withdraw`, body: { reason: form['reason'], ...note }, done: 'proposal-withdrawn' },
  };
  const deed = deeds[form['do'] ?? ''];
  if (!deed) return redirect(path, 303);
  const answer = await api.write(deed.method, deed.to, deed.body, form['key']);
  const back = wayBack(form['back'], path);
  if (answer.ok) return redirect(deed.done ? withDone(back, deed.done) : back, 303);
  if (answer.problem.status === 401) return redirect(withNext('/sign-in', path), 303);
  return refused(answer.problem, form, translatorOf(language).t, { text: 'comment' });
}

const TALKS = ['published', 'under_review', 'costed', 'shortlisted', 'on_ballot', 'funded', 'not_funded', 'scheduled', 'delivered'];
const MAY_WITHDRAW = ['draft', 'published', 'under_review', 'costed', 'shortlisted'];

export default function Proposal(): ReactNode {
  const { t } = useTranslation();
  const event = useEvent();
  const { proposal, comments, path } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as FormReply | undefined;
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  return (
    <Page title={proposal.title} above={<a href={`/events/${event.slug}/proposals`}>{t('proposals.title')}</a>} narrow>
      <DoneNotice />
      {reply && reply.values['do'] !== 'comment' && <ErrorSummary reply={reply} />}
      <p>
        <span className={`tag ${toneOf(proposal.state)}`}>{t(`proposal.state.${proposal.state}`)}</span>{' '}
        <span className="quiet">{proposal.author ?? t('person.unknown')}</span>
        {proposal.sparkId && (
          <span className="quiet">
            {' '}
            · <a href={`/sparks/${proposal.sparkId}`}>{t('proposal.fromSpark')}</a>
          </span>
        )}
      </p>
      {proposal.endedBecause && (
        <p className="notice late">
          {t(`proposal.ended.${proposal.endedBecause}`, { defaultValue: proposal.endedBecause })} {proposal.endedNote}
        </p>
      )}
      <p className="prose">{proposal.body}</p>
      {proposal.mine && proposal.state === 'draft' ? (
        <form method="post" className="actions">
          <button type="submit" name="do" value="publish">
            {t('proposal.publish')}
          </button>
        </form>
      ) : (
        <SupportButton action={path} count={proposal.supports} mine={proposal.supported} back={path} of={proposal.title} />
      )}
      <h2>{t('costs.title')}</h2>
      {proposal.costs ? <CostSheet costs={proposal.costs} timeZone={event.timeZone} /> : <Empty>{t('costs.none')}</Empty>}
      <Conversation
        action={path}
        comments={comments}
        signedIn={!!me}
        open={TALKS.includes(proposal.state)}
        closedBecause={t('conversation.closed')}
        reply={reply}
        timeZone={event.timeZone}
      />
      {proposal.mine && MAY_WITHDRAW.includes(proposal.state) && <WithdrawProposal action={path} />}
      {!proposal.mine && <ReportForm action={path} signedIn={!!me} />}
    </Page>
  );
}
