import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { useActionData, useSearchParams } from 'react-router';
import type { FormReply } from '../http/form-reply';
import { ErrorSummary } from './error-summary';
import { Page } from './page';

interface MailedLinkProps {
  /** Where this page's texts are: `title`, `sent`, `lead`, `submit`, `missing`. */
  texts: string;
  children?: ReactNode;
}

/**
 * The page behind a mailed link. Opening it changes nothing, because mail programs open links to look at them: the
 * person presses the button.
 */
export function MailedLink({ texts, children }: MailedLinkProps): ReactNode {
  const { t } = useTranslation();
  const reply = useActionData<FormReply>();
  const [query] = useSearchParams();
  const token = reply?.values['token'] ?? query.get('token');
  if (query.has('sent')) {
    return (
      <Page title={t('mailedLink.sentTitle')} narrow>
        <p>{t(`${texts}.sent`)}</p>
        <p className="quiet">{t('mailedLink.notThere')}</p>
      </Page>
    );
  }
  return (
    <Page title={t(`${texts}.title`)} lead={t(token ? `${texts}.lead` : `${texts}.missing`)} narrow>
      <ErrorSummary reply={reply} />
      {!token && (
        <p className="go">
          <a href="/">{t('error.404.next')}</a>
        </p>
      )}
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
