import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KitFiles } from '#voting/count';
import { ballotFromText, checkKit, findReceipt, isKitProblem, unzipKit } from '#voting/count';

/** A zip, or a folder that holds a kit's list of hashes or its rules beside a result. */
export function isKit(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return path.toLowerCase().endsWith('.zip');
  return existsSync(join(path, 'SHA256SUMS')) || (existsSync(join(path, 'rules.json')) && existsSync(join(path, 'result.json')));
}

/**
 * Checks a kit from its files alone and prints the bytes of result.json as the recount gives them; with a receipt, whether its ballot
 * was counted. Exit status 1 and a code with its place when anything does not hold.
 */
export function recountKit(path: string, { receipt, choose }: { receipt?: string; choose?: string }): void {
  try {
    const kit = checkKit(filesOf(path));
    if (receipt === undefined) {
      process.stdout.write(kit.result);
      return;
    }
    const { verdict, position, head, same } = findReceipt(kit, ballotFromText(choose ?? '', kit.rules), receipt.toLowerCase());
    process.stdout.write(`${verdict}\n`);
    if (position > 0)
      process.stdout.write(`position ${position} of ${kit.chain.commitments.length}\nhead ${head}\nballots that say the same ${same}\n`);
    if (verdict !== 'COUNTED') process.exitCode = 1;
  } catch (error) {
    if (!isKitProblem(error) && !(error instanceof RangeError) && !isSystemError(error)) throw error;
    process.stderr.write(`${path}: ${error.message}\n`);
    process.exitCode = 1;
  }
}

function filesOf(path: string): KitFiles {
  if (!statSync(path).isDirectory()) return unzipKit(readFileSync(path));
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(names.map(({ name }) => [name, readFileSync(join(path, name))]));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
