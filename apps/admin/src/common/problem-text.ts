import { useTranslate } from 'react-admin';
import { ProblemError } from '../providers/api.js';

/** What to tell a person about a refusal or fault: our words for a code we know, else the API's, and the request id. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslate();
  return (error) => {
    if (!(error instanceof ProblemError)) return t('problems.FAULT');
    const { code, title, detail, status, requestId } = error.problem;
    const known = t(`problems.${code}`, { _: '' });
    const general = status === 409 ? t('problems.conflict') : '';
    const text = known || [title, detail && detail !== title ? detail : '', general].filter(Boolean).join('. ');
    return requestId ? `${text} (${t('problems.reference', { id: requestId })})` : text;
  };
}
