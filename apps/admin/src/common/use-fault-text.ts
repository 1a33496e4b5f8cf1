import { useLocale, useTranslate } from 'react-admin';
import { useCurrency } from '../layout/event-context.js';
import type { ProblemError } from '../providers/api.js';
import { fieldErrors, moneyErrorsOnTheBox, type FieldErrors, type Problem } from '../providers/problem.js';
import { formatMoney } from './format.js';
import { isMoney, saidOf } from './fault-text.js';

export type FieldFault = NonNullable<Problem['errors']>[number];

/** What is wrong with one field, in the reader's language; bounds of money as money. */
export function useFaultText(): (fault: FieldFault) => string {
  const t = useTranslate();
  const locale = useLocale();
  const currency = useCurrency();
  return ({ pointer, message }) => {
    const { key, figures } = saidOf(message);
    const shown = (figure: string): string =>
      currency && isMoney(pointer, message) ? formatMoney({ amount: Number(figure), currency }, locale) : figure;
    return t(key, Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, shown(figure)])));
  };
}

/** What a refusal says to each field of a form, in the reader's language. */
export function useFieldFaults(): (error: ProblemError) => FieldErrors {
  const faultText = useFaultText();
  return ({ problem: { errors = [] } }) =>
    fieldErrors(moneyErrorsOnTheBox(errors.map((fault) => ({ ...fault, message: faultText(fault) }))));
}
