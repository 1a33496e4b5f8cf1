import type { ReactNode } from 'react';
import type { FormReply } from '../http/form-reply';
import { Field } from './field';
import { useTranslation } from './use-translation';

interface GuestFieldsProps {
  /** What the address is for here. */
  emailHint: string;
  reply?: FormReply | undefined;
}

/** Who somebody is that has no account: a name and an address. */
export function GuestFields({ emailHint, reply }: GuestFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="two">
      <Field name="name" label={t('field.name')} autoComplete="name" required maxLength={100} reply={reply} />
      <Field name="email" type="email" label={t('field.email')} hint={t(emailHint)} autoComplete="email" required reply={reply} />
    </div>
  );
}
