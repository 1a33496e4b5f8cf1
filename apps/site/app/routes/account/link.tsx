import type { ReactNode } from 'react';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { MailedLink } from '../../parts/mailed-link';

/** Signs in with a mailed link. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const used = await api.write('POST', '/auth/link/use', { token: form['token'] });
  return used.ok ? redirect('/me', 303) : refused(used.problem, form, translatorOf(language).t);
}

export default function Link(): ReactNode {
  return <MailedLink texts="signInLink" />;
}
