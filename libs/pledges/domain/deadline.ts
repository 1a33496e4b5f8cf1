import { DateTime } from 'luxon';
import { refuse } from './pledge.refusals.js';

/**
 * The instant of a local time in a zone (G5). A time that a clock change skips is refused; of a time that happens twice
 * the second is meant, because nobody is shut out by an hour they were promised.
 */
export function instantOf(local: string, zone: string): Date {
  const at = DateTime.fromISO(local, { zone });
  if (!at.isValid) throw refuse.BAD_DEADLINE({ zone }, `The deadline must be a local time such as 2026-06-01T22:00 in ${zone}.`);
  if (at.toFormat("yyyy-MM-dd'T'HH:mm") !== local)
    throw refuse.BAD_DEADLINE({ zone }, `${local} does not exist in ${zone}: the clocks change then.`);
  const possible = at.getPossibleOffsets();
  return (possible.at(-1) ?? at).toJSDate();
}
