import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { Json, RecountParameters } from '#voting/count';
import { budgetDocument, FileFault, rankedDocument, readVotingFile, VOTING_FILE_ENDINGS } from '#voting/count';
import { differences } from './compare-json.js';
import { isRecord, parametersOf, readJson } from './voting-files.js';

/** Parts of an expectation file that describe it rather than an outcome. */
const NOT_COMPARED = new Set(['file', 'note', 'reference_run']);

/** `wgt verify-voting DIR`: every expectation file below a folder against our outcomes; last line "N passed, N failed". */
export function register(program: Command): void {
  program
    .command('verify-voting')
    .description('compare the *.expected.json files below a folder with our own outcomes')
    .argument('<dir>', 'folder with ballot files and expectations')
    .action((dir: string) => {
      let passed = 0;
      let failed = 0;
      for (const { name, problems } of checksBelow(dir)) {
        if (problems.length === 0) passed += 1;
        else failed += 1;
        for (const problem of problems) process.stdout.write(`${name}: ${problem}\n`);
      }
      process.stdout.write(`${passed} passed, ${failed} failed\n`);
      if (failed > 0 || passed === 0) process.exitCode = 1;
    });
}

interface Check {
  readonly name: string;
  readonly problems: readonly string[];
}

function* checksBelow(dir: string): Generator<Check> {
  const entries = readdirSync(dir, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) {
    if (basename(path) === 'expected.json') yield* faultChecks(path);
    else if (path.endsWith('.expected.json')) yield* outcomeChecks(path);
  }
}

function* faultChecks(path: string): Generator<Check> {
  const codes = readJson(path);
  if (!isRecord(codes)) return yield { name: path, problems: ['not readable'] };
  const files = readdirSync(dirname(path));
  for (const [stem, code] of Object.entries(codes)) {
    const file = files.find((each) => VOTING_FILE_ENDINGS.some((ending) => each === stem + ending || each === stem));
    yield { name: stem, problems: differences(code, file ? faultOf(join(dirname(path), file)) : 'no such file', 'code') };
  }
}

function faultOf(file: string): string | null {
  try {
    readVotingFile(file, readFileSync(file));
    return null;
  } catch (error) {
    if (error instanceof FileFault) return error.code;
    throw error;
  }
}

function* outcomeChecks(path: string): Generator<Check> {
  const expected = readJson(path);
  const file = isRecord(expected) && typeof expected['file'] === 'string' ? join(dirname(path), expected['file']) : null;
  if (!isRecord(expected) || !file) return yield { name: path, problems: ['not readable'] };
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found: Record<string, Json> = { ...documentOf(file, bytes, expected), sha256 };
  for (const [part, value] of Object.entries(expected)) {
    if (NOT_COMPARED.has(part)) continue;
    if (part === 'rules' && isRecord(value)) yield* ruleChecks(file, value, found['rules']);
    else yield { name: `${basename(file)} ${part}`, problems: differences(value, found[part], part) };
  }
}

function* ruleChecks(file: string, expected: Record<string, unknown>, found: Json | undefined): Generator<Check> {
  for (const [rule, value] of Object.entries(expected)) {
    yield { name: `${basename(file)} ${rule}`, problems: differences(value, isRecord(found) ? found[rule] : undefined, rule) };
  }
}

function documentOf(file: string, bytes: Uint8Array, expected: Record<string, unknown>): Record<string, Json> {
  const instance = readVotingFile(file, bytes);
  const parameters = statedParameters(file, expected);
  if (instance.kind === 'budget') {
    const increment = BigInt(parameters.increment ?? 1) * 10n ** BigInt(instance.decimals);
    return budgetDocument(instance, { increment }) as Record<string, Json>;
  }
  const document = rankedDocument(instance, { seats: parameters.seats ?? 1 }) as Record<string, Json>;
  return { ...document, official: officialOf(document) };
}

/** The increment and seats an expectation was made with: its own statement, else `options.json`. */
function statedParameters(file: string, expected: Record<string, unknown>): RecountParameters {
  const rules = isRecord(expected['rules']) ? Object.values(expected['rules']) : [];
  const increment = rules.flatMap((rule) => (isRecord(rule) && typeof rule['increment'] === 'number' ? [rule['increment']] : []))[0];
  const seats = typeof expected['seats'] === 'number' ? expected['seats'] : undefined;
  return { ...parametersOf(file), ...(increment ? { increment } : {}), ...(seats ? { seats } : {}) };
}

/** What sources state as the official outcome of a ranked vote, as our rules give it. */
function officialOf(document: Record<string, Json>): Json {
  const at = (...path: string[]): unknown => path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), document);
  const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]).flat() : []);
  const irv = at('irv', 'winner');
  return {
    irv_winner: typeof irv === 'string' ? irv : null,
    winner: list(at('schulze', 'winners'))[0] ?? null,
    schulze_order: list(at('schulze', 'order')),
    ranked_pairs_order: list(at('ranked_pairs', 'order')),
  };
}
