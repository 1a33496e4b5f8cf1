import { data } from 'react-router';
import type { TFunction } from 'i18next';
import { type Faults, faultsOf } from '../models/faults';
import type { Problem } from './problem';

/** A form that is sent back to be put right: what is wrong, and everything that was typed. */
export interface FormReply {
  readonly fields: Readonly<Record<string, string>>;
  readonly general?: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly reference?: string | undefined;
}

type Answer = ReturnType<typeof data<FormReply>>;

const SECRET = /password|current/;
const kept = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name)));

/** The form's fields as text; a field given several times keeps its last value. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']));
}

/** Sends the form back for faults that we found before asking the API. */
export const sendBack = (faults: Faults, values: Record<string, string>): Answer =>
  data({ ...faults, values: kept(values) }, { status: 422 });

/** Sends the form back for what the API refused. `names` says which field of the form stands for a field of the body. */
export function refused(problem: Problem, values: Record<string, string>, t: TFunction, names: Record<string, string> = {}): Answer {
  const faults = faultsOf(problem, t, names);
  return data({ ...faults, values: kept(values), reference: problem.requestId || undefined }, { status: problem.status });
}
