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
  /** A page of ours that helps on. */
  readonly see?: string | undefined;
}

type Answer = ReturnType<typeof data<FormReply>>;

const SECRET = /password/i;
const kept = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name)));

/** The form's fields as text, without spaces around them except in a password; a field given several times keeps its last value. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, typeof value !== 'string' ? '' : SECRET.test(name) ? value : value.trim()]),
  );
}

/** Sends the form back for faults that we found before asking the API. */
export const sendBack = (faults: Faults, values: Record<string, string>): Answer =>
  data({ fields: inOrder(faults.fields, values), general: faults.general, values: kept(values) }, { status: 422 });

/** Faults in the order of the form, as a person reads it. */
function inOrder(fields: Readonly<Record<string, string>>, values: Record<string, string>): Record<string, string> {
  const order = Object.keys(values);
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

/** Sends the form back for what the API refused; `names` as faultsOf takes it. */
export function refused(
  problem: Problem,
  values: Record<string, string>,
  t: TFunction,
  names: Record<string, string> = {},
  see?: string,
): Answer {
  const { fields, general } = faultsOf(problem, t, names);
  return data(
    { fields: inOrder(fields, values), general, values: kept(values), reference: problem.requestId || undefined, see },
    { status: problem.status },
  );
}
