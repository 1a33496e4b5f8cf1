import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { lookIntoMail, nextOf, takenAlong, withNext } from '../../http/way-back';
import { translatorOf } from '../../i18n/translator';
import { ErrorSummary } from '../../parts/error-summary';
import { Field } from '../../parts/field';
import { NewPassword } from '../../parts/new-password';
import { Page } from '../../parts/page';

export const loader = ({ request }: LoaderFunctionArgs): { next: string } => ({ next: nextOf(request) });

/** Opens an account; the address is confirmed by mail, whose link leads back to where this began. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const { name, email, password } = form;
  const opened = await api.write('POST', '/auth/sign-up', { name, email, password, locale: language, ...takenAlong(form['next']) });
  return opened.ok
    ? lookIntoMail('/confirm', form['next'])
    : refused(opened.problem, form, translatorOf(language).t, { WEAK_PASSWORD: 'password' });
}

export default function SignUp(): ReactNode {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  const { next } = useLoaderData<typeof loader>();
  return (
    <Page title={t('signUp.title')} lead={t('signUp.lead')} narrow>
      <ErrorSummary reply={reply} />
      <form method="post" noValidate>
        <input type="hidden" name="next" value={next} />
        <Field name="name" label={t('field.name')} hint={t('signUp.nameHint')} autoComplete="name" required maxLength={100} reply={reply} />
        <Field
          name="email"
          type="email"
          label={t('field.email')}
          hint={t('signUp.emailHint')}
          autoComplete="username"
          required
          reply={reply}
        />
        <NewPassword label="field.password" reply={reply} />
        <div className="actions">
          <button type="submit">{t('signUp.submit')}</button>
        </div>
      </form>
      <p>
        {t('signUp.known')} <a href={withNext('/sign-in', next)}>{t('nav.signIn')}</a>
      </p>
    </Page>
  );
}
