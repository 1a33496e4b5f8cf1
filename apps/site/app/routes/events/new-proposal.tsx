import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { readForm, refused, sendBack } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { readCostLines } from '../../models/cost-lines';
import { CostForm } from '../../parts/cost-form';
import { ErrorSummary } from '../../parts/error-summary';
import { useEvent } from '../../parts/event-context';
import { Field, TextField } from '../../parts/field';
import { FormKey } from '../../parts/form-key';
import { Page } from '../../parts/page';
import type { EventDetailView } from '../../views/events';
import type { ProposalStateView } from '../../views/proposals';

/** Who proposes must be known: signing in first saves nobody a text they have typed. */
export async function loader(args: LoaderFunctionArgs) {
  const { member, url } = visitorOf(args);
  await member(url.pathname + url.search);
  return { sparkId: url.searchParams.get('spark') };
}

/** Writes a proposal, puts its cost sheet in and publishes it. A draft is kept when a later step is refused. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const { t } = translatorOf(language);
  const path = `/events/${args.params['slug']}/proposals`;
  const { currency } = await api.get<EventDetailView>(`/events/${args.params['slug']}`);
  const { lines, faults } = readCostLines(form, currency);
  const fields = Object.fromEntries(Object.entries(faults).map(([name, key]) => [name, t(key, { currency })]));
  if (Object.keys(fields).length) return sendBack({ fields }, form);
  const text = {
    title: form['title'],
    body: form['body'],
    publish: lines.length === 0,
    ...(form['sparkId'] ? { sparkId: form['sparkId'] } : {}),
  };
  const written = await api.write<ProposalStateView>('POST', path, text, form['key']);
  if (!written.ok) return refused(written.problem, form, t);
  const { id } = written.body;
  if (lines.length === 0) return redirect(`${path}/${id}?done=proposal-published`, 303);
  const costed = await api.write('PUT', `${path}/${id}/costs`, { lines });
  if (!costed.ok) return redirect(`${path}/${id}?done=proposal-without-costs`, 303);
  const published = await api.write('POST', `${path}/${id}/publish`);
  return redirect(`${path}/${id}?done=${published.ok ? 'proposal-published' : 'proposal-kept'}`, 303);
}

export default function NewProposal(): ReactNode {
  const { t } = useTranslation();
  const event = useEvent();
  const { sparkId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t('proposals.new')}
      lead={t('newProposal.lead')}
      above={<a href={`/events/${event.slug}/proposals`}>{t('proposals.title')}</a>}
      narrow
    >
      <ErrorSummary reply={reply} />
      <form method="post" noValidate>
        <FormKey />
        {sparkId && <input type="hidden" name="sparkId" value={sparkId} />}
        <Field
          name="title"
          label={t('newProposal.title')}
          hint={t('newProposal.titleHint')}
          required
          minLength={15}
          maxLength={150}
          reply={reply}
        />
        <TextField name="body" label={t('newProposal.body')} hint={t('newProposal.bodyHint')} rows={6} required reply={reply} />
        <CostForm reply={reply} currency={event.currency} />
        <div className="actions">
          <button type="submit">{t('newProposal.submit')}</button>
        </div>
        <p className="quiet">{t('newProposal.later')}</p>
      </form>
    </Page>
  );
}
