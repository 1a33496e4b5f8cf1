import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { RecountParameters } from '#voting/count';
import { VOTING_FILE_ENDINGS } from '#voting/count';

/** Ballot files among the paths: files as named, folders with everything below them, in alphabetical order. */
export function findVotingFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => (isFolder(path) ? filesBelow(path) : [path]));
}

/** Parameters of a file from `options.json` in its folder, `{"<name without ending>": {"increment": 5, "seats": 3}}`. */
export function parametersOf(file: string): RecountParameters {
  const all = readJson(join(dirname(file), 'options.json'));
  const own = isRecord(all) ? all[basename(file, extname(file))] : undefined;
  if (!isRecord(own)) return {};
  const { increment, seats } = own;
  return {
    ...(isPositiveWhole(increment) ? { increment } : {}),
    ...(isPositiveWhole(seats) ? { seats } : {}),
  };
}

/** The parsed file; undefined when there is none or it is not JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** A plain object, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPositiveWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return names.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return VOTING_FILE_ENDINGS.includes(extname(entry.name).toLowerCase()) ? [path] : [];
  });
}
