import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { type FormReply, readForm, refused, sendBack } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { formatFor, readAmount } from '../../models/format';
import { ErrorSummary } from '../../parts/error-summary';
import { DoneNotice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { PledgeState } from '../../parts/pledge-state';
import { ChangePledge } from '../../parts/change-pledge';
import { TransferDetails } from '../../parts/transfer-details';
import { useFormat } from '../../parts/use-format';
import type { PledgeView } from '../../views/pledges';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const link = url.searchParams.get('link');
  const pledge = await api.get<PledgeView>(`/pledges/${args.params['id']}`, { link }, link ? undefined : url.pathname);
  return { pledge };
}

/** Changes, withdraws or recovers the pledge; a step that needs the card goes on to the payment page. */
export async function action(args: ActionFunctionArgs) {
  const { api, language, url } = visitorOf(args);
  const form = await readForm(args.request);
  const { t } = translatorOf(language);
  const link = url.searchParams.get('link');
  const query = link ? `?link=${encodeURIComponent(link)}` : '';
  const path = `/pledges/${args.params['id']}`;
  const wanted = form['do'];
  let body: object = {};
  if (wanted === 'change') {
    const amount = readAmount(form['amount'] ?? '', form['currency'] ?? '');
    if (!amount)
      return sendBack(
        {
          fields: {
            amount: t('pledgeForm.badAmount', {
              example: formatFor(language).money({ amount: 2000, currency: form['currency'] ?? 'GBP' }),
            }),
          },
        },
        form,
      );
    body = { amount };
  }
  if (wanted !== 'change' && wanted !== 'withdraw' && wanted !== 'recover') return redirect(path + query, 303);
  const done = await api.write<{ next?: { url?: string } | null } | undefined>('POST', `${path}/${wanted}${query}`, body, form['key']);
  if (!done.ok) return refused(done.problem, form, t);
  if (done.body?.next?.url) return redirect(done.body.next.url, 303);
  return redirect(`${path}${query ? `${query}&` : '?'}done=pledge-${wanted}`, 303);
}

export default function Pledge(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { pledge } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as FormReply | undefined;
  return (
    <Page
      title={t('pledge.title', { amount: format.money(pledge.amount) })}
      above={<a href={`/events/${pledge.campaign.eventSlug}`}>{pledge.campaign.title}</a>}
      narrow
    >
      <DoneNotice />
      <ErrorSummary reply={reply} />
      <PledgeState pledge={pledge} />
      {pledge.transfer && (pledge.state === 'awaiting_transfer' || pledge.state === 'part_received') && (
        <TransferDetails transfer={pledge.transfer} amount={pledge.amount} />
      )}
      {pledge.mayChange && <ChangePledge pledge={pledge} reply={reply} />}
    </Page>
  );
}
