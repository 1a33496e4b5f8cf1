import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { FormReply } from '../../http/form-reply';
import { ErrorSummary } from '../error-summary';
import { Field } from '../field';

/** Enters the code that an organisation gave its members; whoever has entered it may vote. */
export function JoinForm({ reply }: { reply?: FormReply | undefined }): ReactNode {
  const { t } = useTranslation();
  const own = reply?.values['join'] === undefined ? undefined : reply;
  return (
    <form method="post" noValidate>
      <ErrorSummary reply={own} />
      <Field name="join" label={t('ballot.join')} hint={t('ballot.joinHint')} autoComplete="off" spellCheck={false} required reply={own} />
      <div className="actions">
        <button type="submit" className="secondary">
          {t('ballot.joinNow')}
        </button>
      </div>
    </form>
  );
}
