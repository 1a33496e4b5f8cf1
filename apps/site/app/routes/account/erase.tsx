import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useSearchParams } from 'react-router';
import { readForm, refused, sendBack } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { ConfirmErasure } from '../../parts/confirm-erasure';
import { Page } from '../../parts/page';
import { useTranslation } from '../../parts/use-translation';
import type { LeavingView } from '../../views/accounts';

const GOES = ['person', 'access', 'roles', 'mails', 'ballots'] as const;
const STAYS = ['words', 'money', 'votes', 'stripe'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { api, url } = visitorOf(args);
  return { leaving: await api.get<LeavingView>('/me/erase', {}, url.pathname + url.search) };
}

/** Sends the link that confirms, or erases the account by password or by that link. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const { t } = translatorOf(language);
  const { token: confirmation, password } = form;
  if (form['do'] === 'link') {
    const sent = await api.write('POST', '/me/erase/link');
    return sent.ok ? redirect('/me/erase?sent=1', 303) : refused(sent.problem, form, t);
  }
  if (!confirmation && !password) return sendBack({ fields: { password: t('fault.need.password') } }, form);
  const erased = await api.write('POST', '/me/erase', confirmation ? { confirmation } : { password });
  if (erased.ok) return redirect('/?done=erased', 303);
  if (erased.problem.code === 'WRONG_CREDENTIALS') return sendBack({ fields: { password: t('erase.wrong') } }, form);
  return refused(erased.problem, form, t);
}

/** What goes, what stays and why; then, when nothing binds, the one button. Opening the page changes nothing. */
export default function Erase(): ReactNode {
  const { t } = useTranslation();
  const { leaving } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [query] = useSearchParams();
  return (
    <Page title={t('erase.title')} lead={t('erase.lead')} above={<a href="/me">{t('nav.me')}</a>} narrow>
      {query.has('sent') && (
        <p className="notice good" role="status">
          {t('erase.sent')}
        </p>
      )}
      <h2>{t('erase.goes')}</h2>
      <ul>
        {GOES.map((what) => (
          <li key={what}>{t(`erase.goesList.${what}`)}</li>
        ))}
      </ul>
      <h2>{t('erase.stays')}</h2>
      <ul>
        {STAYS.map((what) => (
          <li key={what}>{t(`erase.staysList.${what}`)}</li>
        ))}
      </ul>
      <h2>{t('erase.take')}</h2>
      <p>{t('erase.takeText')}</p>
      <p>
        <a href="/api/v1/me/export" download="wegettogether-my-data.json">
          {t('erase.takeLink')}
        </a>
      </p>
      <ConfirmErasure leaving={leaving} token={query.get('token')} reply={reply} />
    </Page>
  );
}
