import type { Problem } from '../providers/problem.js';
import { formatDate } from './format.js';
import { sayAccount, type Translate } from './say-account.js';

/** What of a bank's file cannot be read, as the API says it: a code of `file_faults`, and what its sentence speaks of. */
interface FileFault {
  line: number;
  column: number;
  code: string;
  values: Record<string, string>;
  message: string;
}

const FIRST_FEW = 3;

/** Where in a file or an entry the fault is, in the reader's language: the first few places; nothing where the problem knows of none. */
export function placeText({ code, detail = '', details = {} }: Problem, t: Translate, locale: string): string {
  if (code === 'ENTRY_UNSOUND')
    return typeof details.account === 'string' ? t('faults.one_side', { account: sayAccount(details.account, t) }) : detail;
  if (code !== 'UNREADABLE_FILE') return '';
  const faults = (details.faults ?? []) as FileFault[];
  return [...faults.slice(0, FIRST_FEW).map(told), ...(faults.length > FIRST_FEW ? [t('file_faults.more')] : [])].join(' ');

  function told({ line, column, code, values, message }: FileFault): string {
    const days = Object.entries(values).map(([name, value]) => [
      name,
      name === 'from' || name === 'to' ? formatDate(value, locale) : value,
    ]);
    return t('file_faults.at', { line, column, fault: t(`file_faults.${code}`, { ...Object.fromEntries(days), _: message }) });
  }
}
