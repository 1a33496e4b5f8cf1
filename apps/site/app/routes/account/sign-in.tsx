import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { lookIntoMail, nextOf, takenAlong, wayBack, withNext } from '../../http/way-back';
import { translatorOf } from '../../i18n/translator';
import { ErrorSummary } from '../../parts/error-summary';
import { Field } from '../../parts/field';
import { DoneNotice } from '../../parts/notice';
import { Page } from '../../parts/page';

export async function loader(args: LoaderFunctionArgs) {
  return { next: nextOf(args.request), name: (await visitorOf(args).me())?.name ?? null };
}

/** Signs in with a password, or sends a link that does. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const { t } = translatorOf(language);
  if (form['by'] === 'link') {
    const sent = await api.write('POST', '/auth/link', { email: form['email'], ...takenAlong(form['next']) });
    return sent.ok ? lookIntoMail('/link', form['next']) : refused(sent.problem, form, t);
  }
  const signedIn = await api.write('POST', '/auth/login', { email: form['email'], password: form['password'] });
  return signedIn.ok ? redirect(wayBack(form['next']), 303) : refused(signedIn.problem, form, t);
}

export default function SignIn(): ReactNode {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  const { next, name } = useLoaderData<typeof loader>();
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} narrow>
      <DoneNotice />
      {name !== null && (
        <p className="notice">
          {t('signIn.already', { name })} <a href={next === '/' ? '/me' : next}>{t('signIn.goOn')}</a>
        </p>
      )}
      <ErrorSummary reply={reply} />
      <form method="post" noValidate>
        <input type="hidden" name="next" value={next} />
        <Field name="email" type="email" label={t('field.email')} autoComplete="username" required reply={reply} />
        <Field name="password" type="password" label={t('field.password')} autoComplete="current-password" reply={reply} />
        <div className="actions">
          <button type="submit">{t('signIn.submit')}</button>
          <button type="submit" name="by" value="link" className="secondary">
            {t('signIn.byLink')}
          </button>
        </div>
        <p className="quiet">{t('signIn.linkHint')}</p>
      </form>
      <ul className="ways">
        <li>
          {t('signIn.new')} <a href={withNext('/sign-up', next)}>{t('signIn.signUp')}</a>
        </li>
        <li>
          <a href={withNext('/reset', next)}>{t('signIn.forgot')}</a>
        </li>
      </ul>
    </Page>
  );
}
