import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRouteLoaderData,
} from 'react-router';
import { readCampaign } from '../../http/campaign';
import { type FormReply, readForm, refused, sendBack } from '../../http/form-reply';
import { readWishable } from '../../http/wishable';
import { paymentPage } from '../../http/payment-page';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { formatFor } from '../../models/format';
import { pledgeBody, readPledge } from '../../models/pledge-form';
import { NO_ROOM, sayLeft, withRoom } from '../../models/room';
import { useEvent } from '../../parts/event-context';
import { Empty } from '../../parts/notice';
import { FundingLine } from '../../parts/funding-line';
import { Page } from '../../parts/page';
import { PledgeCheck } from '../../parts/pledge-check';
import { PledgeForm } from '../../parts/pledge-form';
import { useFormat } from '../../parts/use-format';
import type { loader as rootLoader } from '../../root';
import type { CoverView } from '../../views/campaigns';
import type { PledgeMadeView } from '../../views/pledges';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const slug = args.params['slug'] ?? '';
  const [campaign, proposals] = await Promise.all([readCampaign(api, slug), readWishable(api, slug)]);
  return { campaign: campaign ?? null, proposals, tier: url.searchParams.get('tier') };
}

type Answer = { step: 'form' | 'check'; reply: FormReply; cover?: CoverView | undefined };

/** Two steps on one address: the answers, then "check your answers"; only the second one pledges. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const { t } = translatorOf(language);
  const slug = args.params['slug'] ?? '';
  const campaign = await readCampaign(api, slug);
  if (!campaign) return redirect(`/events/${slug}/pledge`, 303);
  const values = { fields: {}, values: form };
  if (form['do'] === 'edit') return data<Answer>({ step: 'form', reply: values });
  const { draft, faults } = readPledge(form, campaign, form['signedIn'] === 'yes', t, formatFor(language));
  if (faults) return data<Answer>({ step: 'form', reply: sendBack(faults, form).data }, { status: 422 });
  if (form['do'] !== 'pledge') {
    const cover = draft.coverFee
      ? await api.part<CoverView>(`/campaigns/${campaign.id}/fee-cover`, { amount: draft.amount.amount })
      : undefined;
    return data<Answer>({ step: 'check', reply: values, cover });
  }
  const made = await api.write<PledgeMadeView>('POST', `/campaigns/${campaign.id}/pledges`, pledgeBody(language, draft), form['key']);
  if (!made.ok)
    return data<Answer>(
      { step: 'form', reply: refused(withRoom(made.problem, formatFor(language)), form, t, NAMES).data },
      { status: made.problem.status },
    );
  const { pledgeId, link, next } = made.body;
  if (next.url) return redirect(paymentPage(next.url, pledgeId, link), 303);
  return redirect(`/pledges/${pledgeId}?${link ? `link=${encodeURIComponent(link)}&` : ''}done=pledged`, 303);
}

/** Fields of the form that stand for fields of the body, or for refusals about one field. */
const NAMES = {
  tierId: 'tier',
  TIER_SOLD_OUT: 'tier',
  PLEDGE_WISH_UNKNOWN: 'wishes',
  PLEDGE_TOO_SMALL: 'amount',
  ...NO_ROOM,
  'guest.name': 'name',
  'guest.email': 'email',
  'organisation.name': 'organisationName',
  'organisation.po': 'organisationPo',
  'organisation.address': 'organisationAddress',
};

export default function Pledge(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = useEvent();
  const { campaign, proposals, tier } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  const above = <a href={`/events/${event.slug}`}>{event.name}</a>;
  if (campaign?.state !== 'live') {
    const deadline = campaign ? format.dateTime(campaign.deadlineAt, event.timeZone) : '';
    return (
      <Page title={t('pledgeForm.title')} above={above} narrow>
        <Empty step={<a href={`/events/${event.slug}`}>{event.name}</a>}>
          {campaign ? t(`campaign.state.${campaign.state}`, { deadline }) : t('funding.notYet')}
        </Empty>
      </Page>
    );
  }
  if (campaign.progress.left?.amount === 0 && !answer) {
    return (
      <Page title={t('pledgeForm.title')} above={above} narrow>
        <Empty step={<a href={`/events/${event.slug}`}>{event.name}</a>}>{sayLeft(campaign.progress, t, format)}</Empty>
      </Page>
    );
  }
  const { draft } = answer?.step === 'check' ? readPledge(answer.reply.values, campaign, !!me, t, format) : {};
  if (answer && draft) {
    return (
      <Page title={t('pledgeCheck.title')} above={above} narrow>
        <PledgeCheck
          draft={draft}
          cover={answer.cover}
          values={answer.reply.values}
          campaign={campaign}
          timeZone={event.timeZone}
          proposals={proposals}
        />
      </Page>
    );
  }
  return (
    <Page title={t('pledgeForm.title')} lead={campaign.title} above={above}>
      <div className="split">
        <PledgeForm
          campaign={campaign}
          slug={event.slug}
          proposals={proposals}
          chosenTier={tier ?? undefined}
          signedIn={!!me}
          reply={answer?.reply}
        />
        <aside className="money-side card" aria-label={t('funding.title')}>
          <FundingLine progress={campaign.progress} />
          <p className="quiet">
            {t(`campaign.mode.${campaign.mode}`, {
              goal: format.money(campaign.progress.goal),
              deadline: format.dateTime(campaign.deadlineAt, event.timeZone),
            })}
          </p>
        </aside>
      </div>
    </Page>
  );
}
