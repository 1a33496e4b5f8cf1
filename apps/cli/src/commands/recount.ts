import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { RecountParameters, RuleName } from '#voting/count';
import { FileFault, readVotingFile, recount, RULES } from '#voting/count';
import { isKit, recountKit } from './recount-kit.js';
import { findVotingFiles, parametersOf } from './voting-files.js';

/** Winners by rule, or the code of the fault that makes the file unreadable. */
type FileResult = Partial<Record<RuleName, string[]>> | { error: string };

interface Options extends RecountParameters {
  readonly json?: boolean;
  readonly rule?: RuleName[];
  readonly receipt?: string;
  readonly choose?: string;
}

/** `wgt recount PATH…`: counts ballot files, or checks and counts a recount kit, without a database; exit status 1 when something is broken. */
export function register(program: Command): void {
  program
    .command('recount')
    .description(
      'count Pabulib (.pb), PrefLib (.soc .soi .toc .toi) and BLT files by every rule that applies to them; or check a recount kit and print its result.json',
    )
    .argument('<path...>', 'files, folders that hold them, or one recount kit (kit.zip or its unpacked folder)')
    .option('--json', 'print one JSON object: {"<file name>": {"<rule>": [winning ids in order of election]}}')
    .addOption(new Option('--rule <rule...>', 'only these rules').choices(RULES))
    .option('--increment <units>', 'step of the add-one completion in currency units (else options.json beside the file, else 1)', positive)
    .option('--seats <number>', 'winners of a single transferable vote (else options.json beside the file, else 1)', positive)
    .option('--receipt <code>', 'kit only: look this receipt up in place of printing the result')
    .option('--choose <ballot>', 'with --receipt, what was chosen, by option numbers: 1,4 or 1:3,4:2 or 3>1=2 or 1:yes,2:no or agree')
    .action((paths: string[], options: Options) => {
      if (paths.length === 1 && paths[0] && isKit(paths[0])) return recountKit(paths[0], options);
      const results = recountAll(findVotingFiles(paths), options);
      process.stdout.write(options.json ? `${JSON.stringify(results, null, 1)}\n` : table(results));
      if (Object.values(results).some((result) => 'error' in result)) process.exitCode = 1;
    });
}

function recountAll(files: readonly string[], { rule, increment, seats }: Options): Record<string, FileResult> {
  const flags = { ...(increment ? { increment } : {}), ...(seats ? { seats } : {}) };
  const names = files.map((file) => basename(file));
  const entries = files.map((file, at): [string, FileResult] => {
    const name = names[at] ?? file;
    const unique = names.indexOf(name) === names.lastIndexOf(name);
    return [unique ? name : file, recountFile(file, { ...parametersOf(file), ...flags }, rule)];
  });
  return Object.fromEntries(entries);
}

function recountFile(file: string, parameters: RecountParameters, rules?: RuleName[]): FileResult {
  try {
    return recount(readVotingFile(file, readFileSync(file)), parameters, rules);
  } catch (error) {
    if (!(error instanceof FileFault) && !isSystemError(error)) throw error;
    process.stderr.write(`${file}: ${error.message}\n`);
    return { error: error instanceof FileFault ? error.code : 'unreadable-file' };
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

function table(results: Record<string, FileResult>): string {
  const lines = Object.entries(results).flatMap(([name, result]) => {
    if ('error' in result) return [name, `  refused: ${result.error}`, ''];
    const rows = Object.entries(result).map(([rule, winners]) => `  ${rule.padEnd(36)}${winners.join(', ') || '(nobody)'}`);
    return [name, ...rows, ''];
  });
  return lines.join('\n');
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 upwards is needed');
  return value;
}
