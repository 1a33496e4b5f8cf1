import type { IrvView, StvView } from '../views/results';

/** One row of a flow picture: what everybody holds, and who gave theirs away to get there. */
export interface Stage {
  readonly values: ReadonlyMap<string, number>;
  /** Ballots that no longer count for anybody. */
  readonly lost: number;
  /** Whose ballots moved on the way to this stage. */
  readonly from: string | null;
  /** Elected with this stage. */
  readonly elected: readonly string[];
}

export const FLOW_WIDTH = 360;
const BAR = 30;
const GAP = 34;
const SMALLEST_LINK = 0.4;
/** Key of the ballots that no longer count. */
export const LOST = '';

export interface FlowSegment {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly value: number;
  readonly elected: boolean;
}

export interface FlowPicture {
  readonly height: number;
  readonly bar: number;
  readonly rows: readonly { readonly y: number; readonly segments: readonly FlowSegment[] }[];
  /** Ribbons from one row to the next; `moved` ones change hands. */
  readonly ribbons: readonly { readonly path: string; readonly from: string; readonly to: string; readonly moved: boolean }[];
  /** Width that stands for one ballot. */
  readonly unit: number;
}

/** Rounds of an instant runoff as stages, up to the one that decided. */
export function irvStages({ rounds }: IrvView): Stage[] {
  return rounds.map(({ tally, exhausted }, index) => ({
    values: new Map(tally.map(({ optionId, ballots }) => [optionId, ballots])),
    lost: exhausted,
    from: rounds[index - 1]?.eliminated ?? null,
    elected: [],
  }));
}

/** Stages of a single transferable vote. */
export function stvStages({ stages }: StvView): Stage[] {
  return stages.map(({ votes, nonTransferable, optionId, elected }) => ({
    values: new Map(votes.filter((each) => Number(each.votes) > 0).map((each) => [each.optionId, Number(each.votes)])),
    lost: Number(nonTransferable),
    from: optionId,
    elected,
  }));
}

/** Lays stages out below each other, everybody at the same side all the way, and draws what moves between them. */
export function flowPicture(stages: readonly Stage[]): FlowPicture {
  const order = standing(stages);
  const all = Math.max(1, ...stages.map((stage) => [...stage.values.values()].reduce((sum, own) => sum + own, stage.lost)));
  const unit = FLOW_WIDTH / all;
  const elected = new Set<string>();
  const rows = stages.map((stage, index) => {
    for (const id of stage.elected) elected.add(id);
    let x = 0;
    const segments = [...order, LOST].flatMap((id): FlowSegment[] => {
      const value = id === LOST ? stage.lost : (stage.values.get(id) ?? 0);
      if (value <= 0) return [];
      const segment = { id, x, width: value * unit, value, elected: elected.has(id) };
      x += segment.width;
      return [segment];
    });
    return { y: index * (BAR + GAP), segments };
  });
  const ribbons = stages.slice(1).flatMap((stage, index) => ribbonsBetween(rows[index]!, rows[index + 1]!, stage.from));
  return { height: stages.length * (BAR + GAP) - GAP, bar: BAR, rows, ribbons, unit };
}

/** Who lasts longest stands left; among those who leave together, who had more. */
function standing(stages: readonly Stage[]): string[] {
  const ids = [...new Set(stages.flatMap(({ values }) => [...values.keys()]))];
  const lasts = (id: string): number => stages.reduce((last, { values }, index) => ((values.get(id) ?? 0) > 0 ? index : last), -1);
  const final = (id: string): number => stages[lasts(id)]?.values.get(id) ?? 0;
  return ids.sort((a, b) => lasts(b) - lasts(a) || final(b) - final(a));
}

type Row = FlowPicture['rows'][number];

function ribbonsBetween(above: Row, below: Row, giver: string | null): FlowPicture['ribbons'] {
  const before = new Map(above.segments.map((segment) => [segment.id, segment]));
  const given = giver === null ? undefined : before.get(giver);
  // What the giver keeps stays at its left end; what it gives leaves from there on.
  let takenFrom = given ? given.x + (below.segments.find(({ id }) => id === giver)?.width ?? 0) : 0;
  const [top, bottom] = [above.y + BAR, below.y];
  return below.segments.flatMap((segment) => {
    const own = before.get(segment.id);
    const kept = Math.min(own?.width ?? 0, segment.width);
    const ribbons =
      own && kept > 0 ? [{ path: ribbon(own.x, segment.x, kept, top, bottom), from: segment.id, to: segment.id, moved: false }] : [];
    const gained = segment.width - kept;
    if (!given || segment.id === giver || gained < SMALLEST_LINK) return ribbons;
    ribbons.push({ path: ribbon(takenFrom, segment.x + kept, gained, top, bottom), from: given.id, to: segment.id, moved: true });
    takenFrom += gained;
    return ribbons;
  });
}

function ribbon(fromX: number, toX: number, width: number, top: number, bottom: number): string {
  const middle = (top + bottom) / 2;
  const [a, b, c, d] = [fromX, toX, toX + width, fromX + width].map((x) => x.toFixed(1));
  return `M${a} ${top}C${a} ${middle} ${b} ${middle} ${b} ${bottom}H${c}C${c} ${middle} ${d} ${middle} ${d} ${top}Z`;
}

/** Letters that stand for options in pictures: A … Z, then A2 … */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}
