import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import { AccountForm } from './account-form';
import { Field } from './field';
import { NewPassword } from './new-password';

/** Sets another password; every other device is signed out. */
export function ChangePassword({ reply }: { reply?: FormReply | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <AccountForm id="change-password" does="password" texts="password" reply={reply}>
      <Field
        name="currentPassword"
        type="password"
        label={t('password.current')}
        hint={t('password.currentHint')}
        autoComplete="current-password"
        reply={reply}
      />
      <NewPassword name="newPassword" reply={reply} />
    </AccountForm>
  );
}
