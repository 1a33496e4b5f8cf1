import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData, useRouteLoaderData } from 'react-router';
import { type FormReply, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { cleanReceipt } from '../../models/receipt';
import { BallotForm } from '../../parts/ballot-form';
import { BallotRules } from '../../parts/ballot-rules';
import { useEvent } from '../../parts/event-context';
import { Late } from '../../parts/notice';
import { Page } from '../../parts/page';
import { ReceiptNotice } from '../../parts/receipt-notice';
import { SignInFirst } from '../../parts/sign-in-first';
import { useFormat } from '../../parts/use-format';
import type { loader as rootLoader } from '../../root';
import type { BallotDetailView, CastView, MyBallotView } from '../../views/ballots';

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  const path = `/events/${args.params['slug']}/ballots/${args.params['id']}`;
  const [ballot, mine] = await Promise.all([
    api.get<BallotDetailView>(path),
    api.hasSession ? api.part<MyBallotView>(`${path}/my-ballot`) : undefined,
  ]);
  return { ballot, mine: mine ?? null, path };
}

type Answer = { cast?: CastView; reply?: FormReply; choices: string[] };

/** Casts the ballot, or replaces the one cast before; the receipt is shown at once and never put into an address. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await args.request.formData();
  const choices = form.getAll('choice').map(String);
  const receipt = cleanReceipt(String(form.get('receipt') ?? ''));
  const path = `/events/${args.params['slug']}/ballots/${args.params['id']}`;
  const cast = await api.write<CastView>('PUT', `${path}/my-ballot`, { choices, ...(receipt ? { receipt } : {}) });
  if (cast.ok) return data<Answer>({ cast: cast.body, choices });
  const reply = refused(cast.problem, { receipt }, translatorOf(language).t, {
    choices: 'choice',
    TOO_FEW: 'choice',
    TOO_MANY: 'choice',
    UNKNOWN_OPTION: 'choice',
    RECEIPT_UNKNOWN: 'receipt',
  }).data;
  return data<Answer>({ reply, choices }, { status: cast.problem.status });
}

export default function Ballot(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const event = useEvent();
  const { ballot, mine, path } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  const open = ballot.state === 'open';
  return (
    <Page title={ballot.title} lead={ballot.question} above={<a href={`/events/${event.slug}/ballots`}>{t('ballots.title')}</a>} narrow>
      <p>
        <span className="tag">{t(`ballot.state.${ballot.state}`)}</span> {t('ballot.pot', { pot: format.money(ballot.pot) })}{' '}
        {ballot.closedAt
          ? t('ballot.closedOn', { date: format.dateTime(ballot.closedAt, event.timeZone) })
          : t('ballot.closesOn', { date: format.dateTime(ballot.closesAt, event.timeZone) })}
      </p>
      {ballot.voidedBecause && <p className="notice bad">{t('ballot.voided', { because: ballot.voidedBecause })}</p>}
      {(ballot.state === 'closed' || ballot.state === 'published') && (
        <p className="notice good">
          <a href={`${path}/result`}>{t('ballot.seeResult')}</a>
        </p>
      )}
      {answer?.cast && <ReceiptNotice cast={answer.cast} verifyAt={`${path}/verify`} timeZone={event.timeZone} />}
      {open && !me && <SignInFirst>{t('ballot.signIn')}</SignInFirst>}
      {open && me && !mine && <Late />}
      {open && mine && !mine.eligible && <p className="notice late">{t('ballot.notEligible')}</p>}
      <BallotForm
        ballot={ballot}
        chosen={answer?.choices ?? mine?.ballot?.choices ?? []}
        voted={answer?.cast ? true : (mine?.voted ?? false)}
        may={open && (me ? mine?.eligible !== false : true)}
        asksReceipt={!me}
        saveAt={me ? `/api/v1${path}/my-ballot` : undefined}
        reply={answer?.reply}
      />
      <BallotRules ballot={ballot} />
      <p>
        <a href={`${path}/verify`}>{t('ballot.verify')}</a>
      </p>
    </Page>
  );
}
