import type { TFunction } from 'i18next';
import type { Problem } from '../http/problem';
import type { ProgressView } from '../views/campaigns';
import type { Format } from './format';

/** What may still be pledged to a campaign with a target: all of it gone, or how much is left. */
export const sayLeft = ({ target, left }: ProgressView, t: TFunction, format: Format): string =>
  left?.amount === 0
    ? t('funding.full', { target: target && format.money(target) })
    : t('funding.left', { target: target && format.money(target), left: left && format.money(left) });

interface Room {
  currency?: string;
  left?: number;
  cap?: number;
}

/**
 * A refusal for want of room (TARGET_REACHED, BACKER_CAP) with its amounts as a visitor reads them; it is told apart whether nothing, or
 * something, or it is not said what is left. Any other problem stays as it is.
 */
export function withRoom(problem: Problem, format: Format): Problem {
  if (problem.code !== 'TARGET_REACHED' && problem.code !== 'BACKER_CAP') return problem;
  const { currency = '', left, cap } = (problem.details ?? {}) as Room;
  if (!currency) return problem;
  const say = (amount: number | undefined): string | undefined => (amount ? format.money({ amount, currency }) : undefined);
  const more = left === undefined ? '' : left > 0 ? '_LEFT' : '_FULL';
  return { ...problem, code: `${problem.code}${more}`, details: { left: say(left), cap: say(cap) } };
}

/** The field of the form that these refusals are about. */
export const NO_ROOM: Record<string, string> = Object.fromEntries(
  ['TARGET_REACHED', 'BACKER_CAP'].flatMap((code) => [code, `${code}_LEFT`, `${code}_FULL`].map((name) => [name, 'amount'])),
);
