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
import { type FormReply, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { ballotBody, contentOf } from '../../models/ballot-body';
import { cleanReceipt } from '../../models/receipt';
import { BallotForm } from '../../parts/ballot-form';
import { BallotHead } from '../../parts/ballot/ballot-head';
import { JoinForm } from '../../parts/ballot/join-form';
import { BallotRules } from '../../parts/ballot-rules';
import { useEvent } from '../../parts/event-context';
import { DoneNotice, Late } from '../../parts/notice';
import { Page } from '../../parts/page';
import { ReceiptNotice } from '../../parts/receipt-notice';
import { SignInFirst } from '../../parts/sign-in-first';
import type { loader as rootLoader } from '../../root';
import { overcomeByCode, whyNotAtAll } from '../../models/why-not';
import type { BallotContentView, BallotDetailView, CastView, MyBallotView } from '../../views/ballots';
import type { BudgetPhasesView } from '../../views/events';

export async function loader(args: LoaderFunctionArgs) {
  const { api } = visitorOf(args);
  const path = `/events/${args.params['slug']}/ballots/${args.params['id']}`;
  const [ballot, mine, process] = await Promise.all([
    api.get<BallotDetailView>(path),
    api.hasSession ? api.part<MyBallotView>(`${path}/my-ballot`) : undefined,
    api.part<BudgetPhasesView>(`/events/${args.params['slug']}/budget-phases`),
  ]);
  // Only money is voted on in phases; before the first of them nobody votes.
  const phase = ballot.pot && process?.phases.length ? (process.now ?? 'before') : null;
  return { ballot, mine: mine ?? null, phase, path };
}

type Answer = { cast?: CastView; reply?: FormReply; content: BallotContentView | null };

/** Everything that can be wrong with a ballot is said beside its fields, except where it is about the receipt or the code. */
const BESIDE: Record<string, string> = {
  ...Object.fromEntries(
    ['choices', 'points', 'ranks', 'answer', 'dates', 'TOO_FEW', 'TOO_MANY', 'OVER_BUDGET', 'UNKNOWN_OPTION', 'DUPLICATE_OPTION']
      .concat([
        'UNDER_MINIMUM',
        'POINTS_RANGE',
        'POINTS_SUM',
        'RANK_RANGE',
        'RANK_GAP',
        'RANK_TIE',
        'UNKNOWN_ANSWER',
        'REASON_REQUIRED',
        'WRONG_METHOD',
      ])
      .map((code) => [code, 'choice']),
  ),
  RECEIPT_UNKNOWN: 'receipt',
  CODE_USED: 'code',
  CODE_UNKNOWN: 'code',
};

/** Casts the ballot, or replaces the one cast before; the receipt is shown at once and never put into an address. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await args.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const receipt = cleanReceipt(text('receipt'));
  const code = text('code').trim();
  const path = `/events/${args.params['slug']}/ballots/${args.params['id']}`;
  const { method } = await api.get<BallotDetailView>(path);
  if (form.has('join')) {
    const joined = await api.write('POST', `${path}/join`, { code: text('join').trim() });
    if (joined.ok) return redirect(`${path}?done=joined`, 303);
    const names = { code: 'join', CODE_UNKNOWN: 'join', CODE_EXHAUSTED: 'join' };
    const reply = refused(joined.problem, { join: text('join') }, translatorOf(language).t, names).data;
    return data<Answer>({ reply, content: null }, { status: joined.problem.status });
  }
  const entries = [...form].map(([name, value]) => [name, String(value)] as const);
  const body = ballotBody(method, entries);
  const proof = { ...(receipt ? { receipt } : {}), ...(code ? { code } : {}) };
  const cast = await api.write<CastView>('PUT', `${path}/my-ballot`, { ...body, ...proof });
  const content = contentOf(body);
  if (cast.ok) return data<Answer>({ cast: cast.body, content: cast.body.ballot });
  const reply = refused(cast.problem, { receipt, code }, translatorOf(language).t, BESIDE).data;
  return data<Answer>({ reply, content }, { status: cast.problem.status });
}

export default function Ballot(): ReactNode {
  const { t } = useTranslation();
  const event = useEvent();
  const { ballot, mine, phase, path } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const me = useRouteLoaderData<typeof rootLoader>('root')?.me;
  const open = ballot.state === 'open';
  const eligible = mine?.eligible !== false;
  const why = whyNotAtAll({ state: ballot.state, phase, signedIn: Boolean(me), eligible });
  const may = why === null || overcomeByCode(why);
  return (
    <Page title={ballot.title} lead={ballot.question} above={<a href={`/events/${event.slug}/ballots`}>{t('ballots.title')}</a>} narrow>
      <DoneNotice />
      <BallotHead ballot={ballot} path={path} />
      {answer?.cast && <ReceiptNotice cast={answer.cast} ballotId={ballot.id} verifyAt={`${path}/verify`} timeZone={event.timeZone} />}
      {!answer?.cast && mine?.receipt && mine.ballot && (
        <p hidden data-keep={ballot.id} data-kept={JSON.stringify({ receipt: mine.receipt, ballot: mine.ballot })} />
      )}
      {why === 'PHASE_CLOSED' && <p className="notice late">{t('ballot.whyNot.PHASE_CLOSED')}</p>}
      {open && !me && <SignInFirst>{t('ballot.signIn')}</SignInFirst>}
      {open && me && !mine && <Late />}
      {open && mine && !eligible && <p className="notice late">{t('ballot.notEligible')}</p>}
      {open && me && !eligible && ballot.admits.includes('code') && <JoinForm reply={answer?.reply} />}
      <BallotForm
        ballot={ballot}
        content={answer?.content ?? mine?.ballot ?? null}
        voted={answer?.cast ? true : (mine?.voted ?? false)}
        may={may}
        why={why}
        asksCode={!me || !eligible}
        saveAt={me && eligible ? `/api/v1${path}/my-ballot` : undefined}
        reply={answer?.reply?.values['join'] === undefined ? answer?.reply : undefined}
      />
      <BallotRules ballot={ballot} />
      <p>
        <a href={`${path}/verify`}>{t('ballot.verify')}</a>
      </p>
    </Page>
  );
}
