import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { formatFor } from '../../models/format';
import { pledgeBody, readPledge } from '../../models/pledge-form';
import { useEvent } from '../../parts/event-context';
import { Empty } from '../../parts/notice';
import { Page } from '../../parts/page';
import { PledgeCheck } from '../../parts/pledge-check';
import { PledgeForm } from '../../parts/pledge-form';
import { useFormat } from '../../parts/use-format';
import type { loader as rootLoader } from '../../root';
import type { MadePledgeView } from '../../views/pledges';

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  const found = await readCampaign(api, args.params['slug'] ?? '');
  return { found: found ?? null, tier: url.searchParams.get('tier') };
}

type Answer = { step: 'form' | 'check'; reply: FormReply };

/** Two steps on one address: the answers, then "check your answers"; only the second one pledges. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const { t } = translatorOf(language);
  const slug = args.params['slug'] ?? '';
  const found = await readCampaign(api, slug);
  if (!found) return redirect(`/events/${slug}/pledge`, 303);
  const values = { fields: {}, values: form };
  if (form['do'] === 'edit') return data<Answer>({ step: 'form', reply: values });
  const { draft, faults } = readPledge(form, found.campaign, form['signedIn'] === 'yes', t, formatFor(language));
  if (faults) return data<Answer>({ step: 'form', reply: sendBack(faults, form).data }, { status: 422 });
  if (form['do'] !== 'pledge') return data<Answer>({ step: 'check', reply: values });
  const made = await api.write<MadePledgeView>('POST', `/campaigns/${found.campaign.id}/pledges`, pledgeBody(draft), form['key']);
  if (!made.ok) return data<Answer>({ step: 'form', reply: refused(made.problem, form, t, NAMES).data }, { status: made.problem.status });
  if (made.body.next?.url) return redirect(made.body.next.url, 303);
  const link = made.body.link ? `link=${encodeURIComponent(made.body.link)}&` : '';
  return redirect(`/pledges/${made.body.pledgeId}?${link}done=pledged`, 303);
}

const NAMES = {
  tierId: 'tier',
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
  const { found, tier } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  const above = <a href={`/events/${event.slug}`}>{event.name}</a>;
  if (!found || found.campaign.state !== 'live') {
    return (
      <Page title={t('pledgeForm.title')} above={above} narrow>
        <Empty step={<a href={`/events/${event.slug}`}>{event.name}</a>}>
          {found
            ? t(`campaign.state.${found.campaign.state}`, { deadline: format.dateTime(found.campaign.deadline, event.timeZone) })
            : t('funding.notYet')}
        </Empty>
      </Page>
    );
  }
  if (answer?.step === 'check') {
    const { draft } = readPledge(answer.reply.values, found.campaign, !!me, t, format);
    if (draft) {
      return (
        <Page title={t('pledgeCheck.title')} above={above} narrow>
          <PledgeCheck
            draft={draft}
            values={answer.reply.values}
            campaign={found.campaign}
            goal={found.progress?.goal ?? found.campaign.goal}
            timeZone={event.timeZone}
          />
        </Page>
      );
    }
  }
  return (
    <Page title={t('pledgeForm.title')} lead={found.campaign.title} above={above} narrow>
      <PledgeForm campaign={found.campaign} chosenTier={tier ?? undefined} signedIn={!!me} reply={answer?.reply} />
    </Page>
  );
}
