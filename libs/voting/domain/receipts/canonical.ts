import type { Ballot } from '../casting/ballot.js';

/** JSON with sorted keys and no spaces, so that equal values have equal bytes. bigint is written as a decimal string. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return JSON.stringify(value.toString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, own]) => own !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, own]) => `${JSON.stringify(key)}:${canonicalJson(own)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** The one text of a checked ballot that commitments are made of. The reason of a block stays out: it could name its author. */
export function canonicalBallot(ballot: Ballot): string {
  switch (ballot.kind) {
    case 'choices':
      return canonicalJson(['choices', [...ballot.choices].sort()]);
    case 'points':
      return canonicalJson(['points', pairs(ballot.points.map(({ option, points }) => [option, points]))]);
    case 'ranked':
      return canonicalJson(['ranked', pairs(ballot.ranks.map(({ option, rank }) => [option, rank]))]);
    case 'consent':
      return canonicalJson(['consent', ballot.answer]);
    case 'dates':
      return canonicalJson(['dates', pairs(ballot.answers.map(({ option, answer }) => [option, answer]))]);
  }
}

function pairs(entries: [string, string | number][]): [string, string | number][] {
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
