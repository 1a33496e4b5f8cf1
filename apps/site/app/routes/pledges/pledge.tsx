import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { readCampaignOf } from '../../http/campaign';
import { type FormReply, readForm, refused, sendBack } from '../../http/form-reply';
import { readWishable, readWishes } from '../../http/wishable';
import { paymentPage } from '../../http/payment-page';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { formatFor, readAmount } from '../../models/format';
import { NO_ROOM, withRoom } from '../../models/room';
import { MOST_WISHES, wishesIn } from '../../models/wishes';
import { ChangeWishes } from '../../parts/change-wishes';
import { ChangePledge } from '../../parts/change-pledge';
import { ErrorSummary } from '../../parts/error-summary';
import { DoneNotice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { PledgeState } from '../../parts/pledge-state';
import { TransferDetails } from '../../parts/transfer-details';
import { useFormat } from '../../parts/use-format';
import type { ChangedPledgeView, PledgeView, RecoveryView } from '../../views/pledges';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const link = url.searchParams.get('link');
  const pledge = await api.get<PledgeView>(`/pledges/${args.params['id']}`, { link }, link ? undefined : url.pathname);
  const slug = pledge.eventSlug;
  const [campaign, wishes, proposals] = await Promise.all([
    readCampaignOf(api, pledge.campaignId),
    readWishes(api, slug, pledge.wishes),
    slug && pledge.canChange ? readWishable(api, slug) : [],
  ]);
  return {
    pledge,
    wishes,
    proposals,
    /** Back from the payment page, whose word has not reached us yet. */
    waits: url.searchParams.has('checkout') && (pledge.state === 'draft' || pledge.confirming !== null),
    payPage: `/pledges/${pledge.id}/pay${link ? `?link=${encodeURIComponent(link)}` : ''}`,
    tier: campaign?.tiers.find((tier) => tier.id === pledge.tierId)?.name ?? null,
    timeZone: campaign?.timeZone ?? null,
    left: campaign?.progress.left ?? null,
  };
}

/** Changes, withdraws or recovers the pledge; a step that needs the card goes on to the payment page. */
export async function action(args: ActionFunctionArgs) {
  const { api, language, url } = visitorOf(args);
  const form = await readForm(args.request);
  const { t } = translatorOf(language);
  const link = url.searchParams.get('link');
  const query = link ? `?link=${encodeURIComponent(link)}` : '';
  const id = args.params['id'] ?? '';
  const path = `/pledges/${id}`;
  const bodies: Record<string, () => object | undefined> = {
    withdraw: () => ({}),
    recover: () => ({}),
    card: () => ({ newCard: true }),
    wishes: () => ({ wishes: wishesIn(form) }),
    change: () => {
      const amount = readAmount(form['amount'] ?? '', form['currency'] ?? '');
      return amount && { amount, display: form['display'] };
    },
  };
  if (form['do'] === 'wishes' && wishesIn(form).length > MOST_WISHES) return sendBack({ fields: { wishes: t('wishes.atMost') } }, form);
  const wanted = form['do'] ?? '';
  const make = bodies[wanted];
  if (!make) return redirect(path + query, 303);
  const body = make();
  if (!body) {
    const example = formatFor(language).money({ amount: 2000, currency: form['currency'] ?? 'GBP' });
    return sendBack({ fields: { amount: t('pledgeForm.badAmount', { example }) } }, form);
  }
  const verb = wanted === 'card' || wanted === 'wishes' ? 'change' : wanted;
  const done = await api.write<Partial<ChangedPledgeView & RecoveryView>>('POST', `${path}/${verb}${query}`, body, form['key']);
  if (!done.ok)
    return refused(withRoom(done.problem, formatFor(language)), form, t, {
      ...NO_ROOM,
      PLEDGE_TOO_SMALL: 'amount',
      PLEDGE_WISH_UNKNOWN: 'wishes',
    });
  if (done.body.url) return redirect(paymentPage(done.body.url, id, link), 303);
  return redirect(`${path}${query ? `${query}&` : '?'}done=pledge-${verb}`, 303);
}

/** The payment page tells us within seconds; the page looks again by itself, with or without script. */
function WaitForWord(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="notice" role="status">
      <meta httpEquiv="refresh" content="2" />
      <p>
        <strong>{t('pledge.waits.title')}</strong>
      </p>
      <p>{t('pledge.waits.text')}</p>
    </div>
  );
}

export default function Pledge(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { pledge, wishes, proposals, waits, payPage, tier, timeZone, left } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as FormReply | undefined;
  const above = pledge.eventSlug ? <a href={`/events/${pledge.eventSlug}`}>{pledge.campaignTitle}</a> : pledge.campaignTitle;
  return (
    <Page title={t('pledge.title', { amount: format.money(pledge.amount) })} above={above} narrow>
      <DoneNotice />
      <ErrorSummary reply={reply} />
      {waits ? (
        <WaitForWord />
      ) : (
        <PledgeState
          pledge={pledge}
          payPage={payPage}
          tier={tier}
          timeZone={timeZone ?? undefined}
          wishes={wishes.map(({ title }) => title)}
        />
      )}
      {pledge.eventSlug && (
        <p className="go">
          <a href={`/events/${pledge.eventSlug}`}>{t('pledge.toEvent')}</a>
        </p>
      )}
      {pledge.transfer && <TransferDetails transfer={pledge.transfer} />}
      {pledge.canChange && pledge.eventSlug && <ChangeWishes slug={pledge.eventSlug} proposals={proposals} wishes={wishes} reply={reply} />}
      {pledge.canChange && <ChangePledge pledge={pledge} left={left} reply={reply} />}
    </Page>
  );
}
