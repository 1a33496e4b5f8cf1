import type { ReactNode } from 'react';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { MailedLink } from '../../parts/mailed-link';

/** Confirms an e-mail address and signs in. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const used = await api.write('POST', '/auth/confirm', { token: form['token'] });
  return used.ok ? redirect('/?done=confirmed', 303) : refused(used.problem, form, translatorOf(language).t);
}

export default function Confirm(): ReactNode {
  return <MailedLink texts="confirm" />;
}
