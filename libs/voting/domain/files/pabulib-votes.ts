import { parseDecimal, unitsAt } from '../arithmetic/decimal.js';
import type { Decimal } from '../arithmetic/decimal.js';
import type { BallotGroup, VoteType } from '../instance.js';
import { FileFault } from './file-fault.js';
import type { PabulibRow } from './pabulib-sections.js';
import { checkWidth, table } from './pabulib-table.js';

interface OpenGroup {
  count: number;
  readonly choices: number[];
  readonly points?: Decimal[];
}

/** Reads the VOTES section and merges identical ballots, in order of first appearance. */
export function readVotes(
  rows: readonly PabulibRow[],
  projectIds: readonly string[],
  voteType: VoteType,
): { ballots: BallotGroup[]; pointDecimals: number } {
  const needsPoints = voteType === 'cumulative' || voteType === 'scoring';
  const { header, rows: body } = table(rows, 'VOTES', ['voter_id', 'vote', ...(needsPoints ? ['points'] : [])]);
  const [voterAt, voteAt, pointsAt] = ['voter_id', 'vote', 'points'].map((name) => header.indexOf(name)) as [number, number, number];
  const position = new Map(projectIds.map((id, at) => [id, at]));
  const voters = new Set<string>();
  const groups = new Map<string, OpenGroup>();
  for (const row of body) {
    checkWidth(row, header.length, 'VOTES');
    const voter = (row.cells[voterAt] ?? '').trim();
    if (voters.has(voter)) throw new FileFault('duplicate-voter', row.line, 'VOTES', voter);
    voters.add(voter);
    const vote = (row.cells[voteAt] ?? '').trim();
    const points = pointsAt < 0 ? '' : (row.cells[pointsAt] ?? '').trim();
    const key = `${vote};${points}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, openGroup(row, vote, pointsAt < 0 ? null : points, position, voteType));
  }
  return finish([...groups.values()]);
}

function openGroup(
  row: PabulibRow,
  vote: string,
  points: string | null,
  position: ReadonlyMap<string, number>,
  voteType: VoteType,
): OpenGroup {
  const place = `VOTES ${row.cells[0] ?? ''}`;
  const choices = list(vote).map((id) => {
    const at = position.get(id);
    if (at === undefined) throw new FileFault('unknown-project-in-vote', row.line, place, id);
    return at;
  });
  if (new Set(choices).size !== choices.length) throw new FileFault('duplicate-project-in-vote', row.line, place, vote);
  const values = points === null ? null : list(points).map((text) => parseDecimal(text) ?? badPoints(row, place, text));
  if (values && values.length !== choices.length) throw new FileFault('points-length', row.line, place, points ?? '');
  if (voteType === 'ordinal') return { count: 1, choices, ...(values ? { points: values } : {}) };
  const order = choices.map((_, at) => at).sort((a, b) => (choices[a] ?? 0) - (choices[b] ?? 0));
  const sorted = order.map((at) => choices[at] ?? 0);
  return { count: 1, choices: sorted, ...(values ? { points: order.map((at) => values[at] ?? { units: 0n, places: 0 }) } : {}) };
}

function badPoints(row: PabulibRow, place: string, text: string): never {
  throw new FileFault('bad-points', row.line, place, text);
}

function list(cell: string): string[] {
  return cell === '' ? [] : cell.split(',').map((item) => item.trim());
}

/** Puts all points on one scale and merges ballots that were written differently but say the same. */
function finish(open: readonly OpenGroup[]): { ballots: BallotGroup[]; pointDecimals: number } {
  let pointDecimals = 0;
  for (const group of open) for (const point of group.points ?? []) pointDecimals = Math.max(pointDecimals, point.places);
  const merged = new Map<string, { count: number; choices: number[]; points?: number[] }>();
  for (const { count, choices, points } of open) {
    const scaled = points?.map((point) => Number(unitsAt(point, pointDecimals)));
    const key = `${choices.join()};${scaled?.join() ?? ''}`;
    const known = merged.get(key);
    if (known) known.count += count;
    else merged.set(key, { count, choices, ...(scaled ? { points: scaled } : {}) });
  }
  return { ballots: [...merged.values()], pointDecimals };
}
