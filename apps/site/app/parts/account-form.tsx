import type { ReactNode } from 'react';
import type { FormReply } from '../http/form-reply';
import { ErrorSummary } from './error-summary';
import { useTranslation } from './use-translation';

interface AccountFormProps {
  /** Its place on the account page. */
  id: string;
  /** By what the page's action knows it. */
  does: string;
  /** Where its texts are: `title`, `submit`. */
  texts: string;
  reply?: FormReply | undefined;
  children: ReactNode;
}

/** A form of the account page, folded away until it is wanted or has a fault; it is sent to its own place on the page. */
export function AccountForm({ id, does, texts, reply, children }: AccountFormProps): ReactNode {
  const { t } = useTranslation();
  return (
    <details id={id} open={!!reply}>
      <summary>{t(`${texts}.title`)}</summary>
      <form method="post" action={`/me#${id}`} noValidate>
        <ErrorSummary reply={reply} />
        <input type="hidden" name="do" value={does} />
        {children}
        <div className="actions">
          <button type="submit">{t(`${texts}.submit`)}</button>
        </div>
      </form>
    </details>
  );
}
