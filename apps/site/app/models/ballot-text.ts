import type { BallotContentView } from '../views/ballots';

/**
 * The one text of a ballot that its fingerprint is made of, as the published rules have it: kind and content as JSON without
 * spaces, options in order of their ids. Null for a ballot that holds nothing of any kind.
 */
export function ballotText(ballot: BallotContentView): string | null {
  const { choices, points, ranks, answer, dates } = ballot;
  if (choices) return JSON.stringify(['choices', [...choices].sort()]);
  if (points) return JSON.stringify(['points', sorted(points.map((each) => [each.optionId, each.points]))]);
  if (ranks) return JSON.stringify(['ranked', sorted(ranks.map((each) => [each.optionId, each.rank]))]);
  if (answer) return JSON.stringify(['consent', answer]);
  if (dates) return JSON.stringify(['dates', sorted(dates.map((each) => [each.optionId, each.answer]))]);
  return null;
}

const sorted = (entries: [string, string | number][]): [string, string | number][] => entries.sort(([a], [b]) => (a < b ? -1 : 1));

/** SHA-256 of a ballot's text and its receipt, in hexadecimal: the fingerprint that is published after the close. */
export async function fingerprint(text: string, receipt: string, subtle: SubtleCrypto): Promise<string> {
  const bytes = await subtle.digest('SHA-256', new TextEncoder().encode(`${text}\n${receipt}`));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
