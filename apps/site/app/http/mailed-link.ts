import { data } from 'react-router';
import type { TFunction } from 'i18next';
import { type FormReply, refused } from './form-reply';
import type { Problem } from './problem';
import { wayBack } from './way-back';

/** What a mailed link's page is answered: its form with what to put right, or that the link is no good any more. */
export interface LinkReply extends FormReply {
  readonly dead?: boolean;
  /** Where a dead link led, for the one that is asked for in its stead. */
  readonly next?: string;
}

const DEAD = new Set(['LINK_DEAD', 'SPARK_LINK_DEAD']);

/** Sends the page of a mailed link back. A dead link is no fault in what was typed, and pressing again would not help. */
export function refusedLink(problem: Problem, form: Record<string, string>, t: TFunction, names: Record<string, string> = {}) {
  if (DEAD.has(problem.code)) {
    const next = wayBack(problem.details?.['wayBack']);
    return data<LinkReply>({ fields: {}, values: {}, dead: true, next }, { status: problem.status });
  }
  return data<LinkReply>(refused(problem, form, t, names).data, { status: problem.status });
}
