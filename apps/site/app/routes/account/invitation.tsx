import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { MailedLink } from '../../parts/mailed-link';
import type { MeView } from '../../views/accounts';

/** An invitation is for a person: who is not signed in does that first and comes back. */
export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const { api, url } = visitorOf(args);
  await api.get<MeView>('/me', {}, url.pathname + url.search);
  return null;
}

/** Takes up the role that an invitation offers. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const accepted = await api.write('POST', '/invitations/accept', { token: form['token'] });
  return accepted.ok ? redirect('/me?done=role-taken', 303) : refused(accepted.problem, form, translatorOf(language).t);
}

export default function Invitation(): ReactNode {
  return <MailedLink texts="invitation" />;
}
