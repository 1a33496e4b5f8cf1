import type { ReactNode } from 'react';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { readForm } from '../../http/form-reply';
import { refusedLink } from '../../http/mailed-link';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { MailedLink } from '../../parts/mailed-link';
import type { SparkView } from '../../views/sparks';

/** Puts a guest's spark on the wall. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const confirmed = await api.write<SparkView>('POST', '/sparks/confirm', { token: form['token'] });
  return confirmed.ok
    ? redirect(`/sparks/${confirmed.body.id}?done=spark-posted`, 303)
    : refusedLink(confirmed.problem, form, translatorOf(language).t);
}

export default function ConfirmSpark(): ReactNode {
  return (
    <MailedLink
      texts="sparkConfirm"
      again={{ page: '/sparks', text: 'sparkConfirm.again' }}
      other={{ page: '/', text: 'error.404.next' }}
    />
  );
}
