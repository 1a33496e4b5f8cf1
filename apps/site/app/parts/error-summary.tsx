import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';

/** On top of a form that was sent back: what is to be put right, each line leading to its field; what is no field's fault has a reference. */
export function ErrorSummary({ reply }: { reply: FormReply | undefined }): ReactNode {
  const { t } = useTranslation();
  const fields = Object.entries(reply?.fields ?? {});
  if (!reply || (!fields.length && !reply.general)) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-focus>
      <h2>{t('form.summary')}</h2>
      {reply.general && (
        <p>
          {reply.general} {reply.see && <a href={reply.see}>{t('form.see')}</a>}
        </p>
      )}
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, message]) => (
            <li key={name}>
              <a href={`#${name}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        {t('form.kept')}
        {reply.reference && !fields.length && (
          <>
            {' '}
            {t('error.reference')} <code>{reply.reference}</code>
          </>
        )}
      </p>
    </div>
  );
}
