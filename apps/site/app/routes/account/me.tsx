import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { type FormReply, readForm, refused } from '../../http/form-reply';
import type { Problem } from '../../http/problem';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { isLanguage, languageCookie } from '../../i18n/language';
import { AboutMe } from '../../parts/about-me';
import { MyPledges } from '../../parts/my-pledges';
import { MyVotes } from '../../parts/my-votes';
import { MyTokens } from '../../parts/my-tokens';
import { ChangePassword } from '../../parts/change-password';
import { DoneNotice } from '../../parts/notice';
import { Page } from '../../parts/page';
import type { AccessTokensView, NewTokenView } from '../../views/accounts';
import type { MyVotesView } from '../../views/ballots';
import type { PledgePageView } from '../../views/pledges';

export async function loader(args: LoaderFunctionArgs) {
  const { api, member } = visitorOf(args);
  const me = await member('/me');
  const [pledges, votes, tokens] = await Promise.all([
    api.part<PledgePageView>('/me/pledges'),
    api.part<MyVotesView>('/me/ballots'),
    api.part<AccessTokensView>('/me/tokens'),
  ]);
  return { me, pledges: pledges ?? null, votes: votes ?? null, tokens: tokens ?? null };
}

type Answer = { made?: NewTokenView; reply?: FormReply };

/**
 * What a person changes about their own account, by the form's `do`. Forms are sent to their own place on the page, so that a fault is in sight
 * also without script; what was done is said at its top.
 */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const { t } = translatorOf(language);
  const fault = (problem: Problem, names?: Record<string, string>) =>
    data<Answer>({ reply: refused(problem, form, t, names).data }, { status: problem.status });
  if (form['do'] === 'make-token') {
    const made = await api.write<NewTokenView>('POST', '/me/tokens', { name: form['tokenName'], days: Number(form['days']) || 90 });
    if (made.ok) return data<Answer>({ made: made.body });
    return fault(made.problem, { name: 'tokenName' });
  }
  if (form['do'] === 'revoke-token') {
    await api.write('DELETE', `/me/tokens/${encodeURIComponent(form['id'] ?? '')}`);
    return redirect('/me?done=token-revoked#tokens', 303);
  }
  if (form['do'] === 'about-me') {
    const { name, locale } = form;
    const saved = await api.write('PATCH', '/me', { name, locale });
    if (!saved.ok) return fault(saved.problem);
    // Pages speak it from the next one on, whatever was chosen in this browser before.
    const spoken = isLanguage(locale) ? { headers: { 'set-cookie': languageCookie(locale) } } : {};
    return redirect('/me?done=about-me-saved#main', { status: 303, ...spoken });
  }
  const changed = await api.write('POST', '/auth/password', { current: form['currentPassword'] ?? '', next: form['newPassword'] });
  if (changed.ok) return redirect('/me?done=password-set#main', 303);
  return fault(changed.problem, {
    current: 'currentPassword',
    next: 'newPassword',
    WEAK_PASSWORD: 'newPassword',
    WRONG_CREDENTIALS: 'currentPassword',
  });
}

export default function Me(): ReactNode {
  const { t } = useTranslation();
  const { me, pledges, votes, tokens } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const replyTo = (does: string): FormReply | undefined => (answer?.reply?.values['do'] === does ? answer.reply : undefined);
  const revoked = useSearchParams()[0].get('done') === 'token-revoked';
  return (
    <Page title={t('me.title', { name: me.name })} lead={me.email}>
      {!revoked && <DoneNotice />}
      <section aria-labelledby="my-pledges">
        <h2 id="my-pledges">{t('me.pledges')}</h2>
        <MyPledges pledges={pledges} />
      </section>
      <section aria-labelledby="my-votes">
        <h2 id="my-votes">{t('myVotes.title')}</h2>
        <MyVotes votes={votes} />
      </section>
      {me.events.length > 0 && (
        <section aria-labelledby="my-events">
          <h2 id="my-events">{t('me.events')}</h2>
          <ul>
            {me.events.map((event) => (
              <li key={event.slug}>
                <a href={`/events/${event.slug}`}>{event.name}</a>{' '}
                <span className="quiet">{event.roles.map((role) => t(`role.${role}`)).join(', ')}</span> ·{' '}
                <a href={`/admin/${event.slug}/`}>{t('me.work')}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="my-account" className="account">
        <h2 id="my-account">{t('me.account')}</h2>
        <form method="post" action="/sign-out" className="actions">
          <button type="submit" className="secondary">
            {t('me.signOut')}
          </button>
          <button type="submit" name="everywhere" value="yes" className="secondary">
            {t('me.signOutEverywhere')}
          </button>
        </form>
        <AboutMe me={me} reply={replyTo('about-me')} />
        <ChangePassword reply={replyTo('password')} />
        <MyTokens tokens={tokens?.items ?? null} made={answer?.made} revoked={revoked && !answer} reply={replyTo('make-token')} />
        <p className="go">
          <a href="/me/erase">{t('me.leave')}</a>
        </p>
      </section>
    </Page>
  );
}
