import type { ReactNode } from 'react';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { readForm } from '../../http/form-reply';
import { refusedLink } from '../../http/mailed-link';
import { visitorOf } from '../../http/visitor';
import { wayBack, withDone } from '../../http/way-back';
import { translatorOf } from '../../i18n/translator';
import { MailedLink } from '../../parts/mailed-link';
import type { LinkUsedView } from '../../views/accounts';

/** Confirms an e-mail address and signs in; leads back to where signing up began. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const used = await api.write<LinkUsedView>('POST', '/auth/confirm', { token: form['token'] });
  if (!used.ok) return refusedLink(used.problem, form, translatorOf(language).t);
  return redirect(withDone(wayBack(used.body.wayBack), 'confirmed'), 303);
}

export default function Confirm(): ReactNode {
  return (
    <MailedLink
      texts="confirm"
      again={{ page: '/sign-up', text: 'confirm.again' }}
      other={{ page: '/sign-in', text: 'nav.signIn', comesBack: true }}
    />
  );
}
