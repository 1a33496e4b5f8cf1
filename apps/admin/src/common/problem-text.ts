import { useLocale, useTranslate } from 'react-admin';
import { ProblemError } from '../providers/api.js';
import { fieldOf } from './fault-text.js';
import { placeText } from './place-text.js';
import { useFaultText, type FieldFault } from './use-fault-text.js';

/** Somebody was faster, or what one looked at has changed since: look again, then try again. */
const CHANGED_SINCE = /MEANWHILE$|_CHANGED$|^CONFLICT$|^WRONG_STATE$|^LINE_(NOT_)?EXPLAINED$/;

const A_FAULT = 500;

/**
 * What to tell a person: our words for a code we know, else the API's, and which field is at fault; of a fault, which nobody can do anything
 * about, also the request id.
 */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslate();
  const faultText = useFaultText();
  const locale = useLocale() ?? 'en';
  const named = (fault: FieldFault): string => {
    const label = t(`fields.${fieldOf(fault.pointer)}`, { _: '' });
    return label ? t('faults.named', { field: label, fault: faultText(fault) }) : `${faultText(fault)}.`;
  };
  return (error) => {
    if (!(error instanceof ProblemError)) return t('problems.FAULT');
    const { status, code, title, detail, requestId, errors } = error.problem;
    if (code === 'BAD_INPUT' && errors?.length) return [t('problems.BAD_INPUT'), ...errors.map(named)].join(' ');
    const ours = t(`problems.${code}`, { _: '' });
    const theirs = [title, detail && detail !== title ? detail : ''].filter(Boolean).join('. ');
    const where = ours && placeText(error.problem, t, locale);
    const text = [ours || theirs, where, CHANGED_SINCE.test(code) ? t('problems.conflict') : ''].filter(Boolean).join('. ');
    return requestId && status >= A_FAULT ? `${text} (${t('problems.reference', { id: requestId })})` : text;
  };
}
