import { parse } from 'csv-parse/sync';
import { decodeUtf8, FileFault } from './file-fault.js';
import { newIds } from './new-ids.js';

/** Points per option number; options that got none are left out. */
export interface PointsBallot {
  readonly count: number;
  readonly points: ReadonlyMap<number, number>;
}

/**
 * Ballots with points where nothing costs anything, for which neither Pabulib nor PrefLib has a form. One line each: a random number,
 * then the points of every option, whose numbers stand in the first line. Commas, LF, no quotes.
 */
export function writePointsCsv(options: readonly number[], ballots: readonly PointsBallot[], seed: string): string {
  const contents = ballots.flatMap(({ count, points }) => {
    const cells = options.map((option) => `${points.get(option) ?? 0}`).join();
    return Array.from({ length: count }, () => cells);
  });
  contents.sort();
  const ids = newIds(contents.length, seed);
  const rows = contents.map((cells, at) => ({ id: ids[at]!, cells })).sort((a, b) => a.id - b.id);
  return `${[['ballot', ...options].join(), ...rows.map(({ id, cells }) => `${id},${cells}`)].join('\n')}\n`;
}

/** Reads such a file. Throws FileFault with the line and the column. */
export function readPointsCsv(source: Uint8Array | string): { options: number[]; ballots: PointsBallot[] } {
  const [header = [], ...rows] = cellsOf(decodeUtf8(source));
  if (header[0] !== 'ballot') throw new FileFault('missing-column', 1, 'first line', 'ballot');
  const options = header.slice(1).map((cell, at) => wholeNumber(cell, 1, `column ${at + 2}`, 'bad-header'));
  if (new Set(options).size !== options.length) throw new FileFault('duplicate-project', 1, 'first line', header.join());
  const ids = new Set<string>();
  const groups = new Map<string, { count: number; points: Map<number, number> }>();
  rows.forEach((cells, row) => {
    const line = row + 2;
    if (cells.length !== header.length) throw new FileFault('column-count', line, 'ballot', cells.join());
    const [id = '', ...points] = cells;
    if (ids.has(id)) throw new FileFault('duplicate-ballot', line, 'ballot', id);
    ids.add(id);
    const key = points.join();
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { count: 1, points: given(options, points, line) });
  });
  return { options, ballots: [...groups.values()] };
}

function given(options: readonly number[], cells: readonly string[], line: number): Map<number, number> {
  const all = options.map((option, at): [number, number] => [option, wholeNumber(cells[at] ?? '', line, `option ${option}`, 'bad-points')]);
  return new Map(all.filter(([, points]) => points > 0));
}

function wholeNumber(text: string, line: number, place: string, code: 'bad-header' | 'bad-points'): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new FileFault(code, line, place, text);
  return value;
}

function cellsOf(text: string): string[][] {
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new FileFault('bad-quoting', 0, 'file');
  }
}
