import { invalid } from './refusal.js';

/** The parameters that every list takes. */
export interface PageParams {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number };
}

export interface Page<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

const inTime = (range: PageParams['created'], at: number): boolean =>
  range === undefined ||
  (typeof range === 'number'
    ? at === range
    : (range.gt === undefined || at > range.gt) &&
      (range.gte === undefined || at >= range.gte) &&
      (range.lt === undefined || at < range.lt) &&
      (range.lte === undefined || at <= range.lte));

/** How many of a list are wanted, 1 to 100. */
export function limitOf(limit = 10): number {
  if (limit < 1) throw invalid('This value must be greater than or equal to 1.', { param: 'limit', code: 'parameter_invalid_integer' });
  if (limit > 100) throw invalid('This value must be less than or equal to 100.', { param: 'limit', code: 'parameter_invalid_integer' });
  return limit;
}

/** One page of `rows` (oldest first), newest first, of those that `keep` lets through. */
export function page<T extends { id: string; created?: number }>(
  rows: readonly T[],
  params: PageParams,
  url: string,
  keep: (row: T) => boolean = () => true,
): Page<T> {
  const limit = limitOf(params.limit);
  if (params.starting_after && params.ending_before)
    throw invalid('You cannot parameterize both `starting_after` and `ending_before`.', { param: 'ending_before' });
  const wanted = (row: T) => inTime(params.created, row.created ?? 0) && keep(row);
  if (params.ending_before !== undefined) return before(rows, params.ending_before, limit, url, wanted);
  const found: T[] = [];
  for (let i = from(rows, params.starting_after, 'starting_after', rows.length) - 1; i >= 0 && found.length <= limit; i--) {
    if (wanted(rows[i]!)) found.push(rows[i]!);
  }
  return { object: 'list', data: found.slice(0, limit), has_more: found.length > limit, url };
}

function before<T extends { id: string }>(
  rows: readonly T[],
  id: string,
  limit: number,
  url: string,
  wanted: (row: T) => boolean,
): Page<T> {
  const found: T[] = [];
  for (let i = from(rows, id, 'ending_before', -1) + 1; i < rows.length && found.length <= limit; i++) {
    if (wanted(rows[i]!)) found.push(rows[i]!);
  }
  return { object: 'list', data: found.slice(0, limit).reverse(), has_more: found.length > limit, url };
}

function from<T extends { id: string }>(rows: readonly T[], id: string | undefined, param: string, without: number): number {
  if (id === undefined) return without;
  const at = rows.findLastIndex((row) => row.id === id);
  if (at < 0) throw invalid(`No such object: '${id}'`, { param, code: 'resource_missing' });
  return at;
}
