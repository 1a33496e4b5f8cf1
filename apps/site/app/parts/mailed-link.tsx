import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { useActionData, useSearchParams } from 'react-router';
import type { LinkReply } from '../http/mailed-link';
import { withNext } from '../http/way-back';
import { ErrorSummary } from './error-summary';
import { DoneNotice } from './notice';
import { Page } from './page';

interface Way {
  page: string;
  text: string;
}

interface MailedLinkProps {
  /** Where this page's texts are: `title`, `sent`, `lead`, `submit`, `missing`, `dead`. */
  texts: string;
  /** The page that sends such links, and the text that leads there. */
  again?: Way;
  /** Where else to go on from a link that no longer works; `comesBack` to where this one led. */
  other: Way & { comesBack?: boolean };
  /** What the texts say of this very link, and of whoever is signed in. */
  about?: Record<string, string>;
  /** Known before anybody presses. */
  dead?: boolean;
  /** What else to try with a link that does not work. */
  instead?: ReactNode;
  children?: ReactNode;
}

/**
 * The page behind a mailed link. Opening it changes nothing, because mail programs open links to look at them: the
 * person presses the button.
 */
export function MailedLink({ texts, again, other, about, dead, instead, children }: MailedLinkProps): ReactNode {
  const { t } = useTranslation();
  const reply = useActionData<LinkReply>();
  const [query] = useSearchParams();
  const token = reply?.values['token'] ?? query.get('token');
  const next = reply?.next ?? query.get('next');
  const ways = (
    <ul className="ways">
      {[...(again ? [{ ...again, comesBack: true }] : []), other].map(({ page, text, comesBack }) => (
        <li key={page}>
          <a href={comesBack ? withNext(page, next) : page}>{t(text)}</a>
        </li>
      ))}
    </ul>
  );
  if (query.has('sent')) {
    return (
      <Page title={t('mailedLink.sentTitle')} narrow>
        <p>{t(`${texts}.sent`)}</p>
        <p className="quiet">{t('mailedLink.notThere')}</p>
        {again && (
          <p className="go">
            <a href={withNext(again.page, next)}>{t('mailedLink.again')}</a>
          </p>
        )}
      </Page>
    );
  }
  if (dead || reply?.dead) {
    return (
      <Page title={t('mailedLink.deadTitle')} lead={t(`${texts}.dead`, about)} narrow>
        <DoneNotice />
        {instead}
        {ways}
      </Page>
    );
  }
  return (
    <Page title={t(`${texts}.title`)} lead={t(token ? `${texts}.lead` : `${texts}.missing`, about)} narrow>
      <DoneNotice />
      <ErrorSummary reply={reply} />
      {!token && ways}
      {token && (
        <form method="post" noValidate>
          <input type="hidden" name="token" value={token} />
          {children}
          <div className="actions">
            <button type="submit">{t(`${texts}.submit`)}</button>
          </div>
        </form>
      )}
    </Page>
  );
}
