import type { TFunction } from 'i18next';
import type { Problem } from '../http/problem';

export interface Faults {
  /** What to put right, by field name. */
  readonly fields: Record<string, string>;
  /** What is wrong with the whole, when no field is at fault. */
  readonly general?: string | undefined;
}

/** What the API's validator says, and the sentence of ours that says how to put it right. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/should not be empty|longer than or equal to 1 /, 'fault.required'],
  [/must be an email/, 'fault.email'],
  [/shorter than or equal to (?<most>\d+)/, 'fault.tooLong'],
  [/between (?<least>\d+) and (?<most>\d+) characters/, 'fault.between'],
  [/longer than or equal to (?<least>\d+)/, 'fault.tooShort'],
  [/must not be (?:less|greater) than/, 'fault.amount'],
  [/must be one line of text/, 'fault.oneLine'],
  [/must be one of the following values/, 'fault.choose'],
];

/** A validator's message in the visitor's words. */
export function sayFault(message: string, t: TFunction, field = ''): string {
  for (const [pattern, key] of SENTENCES) {
    const found = pattern.exec(message);
    if (found) return t([`fault.need.${key === 'fault.required' ? field : ''}`, key], { ...found.groups });
  }
  return t([`fault.form.${field}`, 'fault.other']);
}

/**
 * Turns a problem document into sentences beside fields, or one sentence over the form. `names` says which field of the
 * form stands for a field of the body, or for a code that is about one field.
 */
export function faultsOf(problem: Problem, t: TFunction, names: Record<string, string> = {}): Faults {
  const fields: Record<string, string> = {};
  for (const { pointer, message } of problem.errors ?? []) {
    const parts = pointer.split('/').filter(Boolean);
    const name = names[parts.join('.')] ?? names[parts[0] ?? ''] ?? parts[0] ?? '';
    fields[name] ??= sayFault(message, t, name);
  }
  if (Object.keys(fields).length) return { fields };
  const general = t([`problem.${problem.code}`, `problem.status.${problem.status}`, 'problem.FAULT'], {
    ...problem.details,
    count: problem.details?.['over_by'],
  });
  const about = names[problem.code];
  return about ? { fields: { [about]: general } } : { fields, general };
}
