import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { NewPassword } from './new-password';

/** Sets another password; every other device is signed out. */
export function ChangePassword({ reply }: { reply?: FormReply | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <details id="change-password" open={!!reply}>
      <summary>{t('password.title')}</summary>
      <form method="post" action="/me#change-password" noValidate>
        <ErrorSummary reply={reply} />
        <input type="hidden" name="do" value="password" />
        <Field
          name="currentPassword"
          type="password"
          label={t('password.current')}
          hint={t('password.currentHint')}
          autoComplete="current-password"
          reply={reply}
        />
        <NewPassword name="newPassword" reply={reply} />
        <div className="actions">
          <button type="submit">{t('password.submit')}</button>
        </div>
      </form>
    </details>
  );
}
