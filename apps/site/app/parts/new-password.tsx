import type { ReactNode } from 'react';
import type { FormReply } from '../http/form-reply';
import { Field } from './field';
import { useTranslation } from './use-translation';

interface NewPasswordProps {
  name?: string;
  /** What the field is called where one has a password already. */
  label?: string;
  reply?: FormReply | undefined;
}

/** A password that somebody chooses now: its rule is said before it is typed. */
export function NewPassword({ name = 'password', label = 'reset.newPassword', reply }: NewPasswordProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Field
      name={name}
      type="password"
      label={t(label)}
      hint={t('signUp.passwordHint')}
      autoComplete="new-password"
      required
      minLength={12}
      reply={reply}
    />
  );
}
