import type { ReactNode } from 'react';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { readForm } from '../../http/form-reply';
import { refusedLink } from '../../http/mailed-link';
import { visitorOf } from '../../http/visitor';
import { wayBack } from '../../http/way-back';
import { translatorOf } from '../../i18n/translator';
import { MailedLink } from '../../parts/mailed-link';
import type { LinkUsedView } from '../../views/accounts';

/** Signs in with a mailed link; leads back to where it was asked for. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const used = await api.write<LinkUsedView>('POST', '/auth/link/use', { token: form['token'] });
  if (!used.ok) return refusedLink(used.problem, form, translatorOf(language).t);
  return redirect(wayBack(used.body.wayBack, '/me'), 303);
}

export default function Link(): ReactNode {
  return (
    <MailedLink texts="signInLink" again={{ page: '/sign-in', text: 'signInLink.again' }} other={{ page: '/', text: 'error.404.next' }} />
  );
}
