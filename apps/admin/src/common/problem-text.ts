import { useTranslate } from 'react-admin';
import { ProblemError } from '../providers/api.js';

/** Somebody was faster, or what one looked at has changed since: look again, then try again. */
const CHANGED_SINCE = /MEANWHILE$|_CHANGED$|^CONFLICT$|^WRONG_STATE$|^LINE_(NOT_)?EXPLAINED$/;

const A_FAULT = 500;

/** What to tell a person: our words for a code we know, else the API's; of a fault, which nobody can do anything about, also the request id. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslate();
  return (error) => {
    if (!(error instanceof ProblemError)) return t('problems.FAULT');
    const { status, code, title, detail, requestId } = error.problem;
    const ours = t(`problems.${code}`, { _: '' });
    const theirs = [title, detail && detail !== title ? detail : ''].filter(Boolean).join('. ');
    const text = [ours || theirs, CHANGED_SINCE.test(code) ? t('problems.conflict') : ''].filter(Boolean).join('. ');
    return requestId && status >= A_FAULT ? `${text} (${t('problems.reference', { id: requestId })})` : text;
  };
}
