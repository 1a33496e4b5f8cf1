import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useSearchParams } from 'react-router';
import { readForm } from '../../http/form-reply';
import { refusedLink } from '../../http/mailed-link';
import { visitorOf } from '../../http/visitor';
import { lookIntoMail, nextOf, takenAlong, withNext } from '../../http/way-back';
import { translatorOf } from '../../i18n/translator';
import { ErrorSummary } from '../../parts/error-summary';
import { Field } from '../../parts/field';
import { MailedLink } from '../../parts/mailed-link';
import { NewPassword } from '../../parts/new-password';
import { Page } from '../../parts/page';
import type { LinkUsedView } from '../../views/accounts';

export const loader = ({ request }: LoaderFunctionArgs): { next: string } => ({ next: nextOf(request) });

/** Mails a link to choose a new password, or sets the one chosen with it. The way back leads on from signing in with it. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const { token, password, email, next } = form;
  const { t } = translatorOf(language);
  if (!token) {
    const sent = await api.write('POST', '/auth/reset', { email, ...takenAlong(next) });
    return sent.ok ? lookIntoMail('/reset', next) : refusedLink(sent.problem, form, t);
  }
  const done = await api.write<LinkUsedView>('POST', '/auth/reset/use', { token, password });
  if (!done.ok) return refusedLink(done.problem, form, t, { WEAK_PASSWORD: 'password' });
  return redirect(withNext('/sign-in?done=password-reset', done.body.wayBack), 303);
}

export default function Reset(): ReactNode {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  const [query] = useSearchParams();
  const { next } = useLoaderData<typeof loader>();
  if (query.has('sent') || query.has('token')) {
    return (
      <MailedLink
        texts="reset"
        again={{ page: '/reset', text: 'reset.again' }}
        other={{ page: '/sign-in', text: 'nav.signIn', comesBack: true }}
      >
        <NewPassword reply={reply} />
      </MailedLink>
    );
  }
  return (
    <Page title={t('reset.title')} lead={t('reset.ask')} narrow>
      <ErrorSummary reply={reply} />
      <form method="post" noValidate>
        <input type="hidden" name="next" value={next} />
        <Field name="email" type="email" label={t('field.email')} autoComplete="username" required reply={reply} />
        <div className="actions">
          <button type="submit">{t('reset.send')}</button>
        </div>
      </form>
    </Page>
  );
}
