import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect, useLoaderData } from 'react-router';
import { needed } from '../../http/api';
import { readForm } from '../../http/form-reply';
import { refusedLink } from '../../http/mailed-link';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { MailedLink } from '../../parts/mailed-link';
import { usePage } from '../../parts/page-context';
import { useTranslation } from '../../parts/use-translation';
import type { OfferedRoleView } from '../../views/accounts';

/** An invitation is for a person: who is not signed in does that first and comes back. Then it says what it offers. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, member, url } = visitorOf(args);
  const back = url.pathname + url.search;
  const me = await member(back);
  const token = url.searchParams.get('token');
  if (!token) return data({ me, offer: null, dead: false });
  const offer = await api.write<OfferedRoleView>('POST', '/invitations/look', { token });
  if (!offer.ok && [410, 422].includes(offer.problem.status)) return data({ me, offer: null, dead: true }, { status: 410 });
  return data({ me, offer: needed(offer, back), dead: false });
}

/** Takes up the role that an invitation offers. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const accepted = await api.write('POST', '/invitations/accept', { token: form['token'] });
  return accepted.ok ? redirect('/me?done=role-taken', 303) : refusedLink(accepted.problem, form, translatorOf(language).t);
}

/** Says to what, and as whom: an invitation works for nobody but the mailbox that it was sent to. */
export default function Invitation(): ReactNode {
  const { t } = useTranslation();
  const { me, offer, dead } = useLoaderData<typeof loader>();
  const { name, email } = me;
  return (
    <MailedLink
      texts="invitation"
      other={{ page: '/me', text: 'nav.me' }}
      about={{ email, event: offer?.event.name ?? '' }}
      dead={dead}
      instead={<AsSomebodyElse />}
    >
      {offer && <p>{t('invitation.as', { name, email, role: t(`role.${offer.role}`) })}</p>}
    </MailedLink>
  );
}

/** Signs out, and comes back to this invitation once signed in with the account that it was sent to. */
function AsSomebodyElse(): ReactNode {
  const { t } = useTranslation();
  const { path } = usePage();
  return (
    <form method="post" action="/sign-out" className="actions">
      <input type="hidden" name="next" value={path} />
      <button type="submit" className="secondary">
        {t('invitation.asSomebodyElse')}
      </button>
    </form>
  );
}
