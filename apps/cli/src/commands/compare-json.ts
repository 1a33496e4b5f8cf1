import { isRecord } from './voting-files.js';

/** Where two JSON values differ, one line each; only what is expected is looked at. Decimals may differ by one in the sixth place. */
export function differences(expected: unknown, found: unknown, path: string): string[] {
  if (Array.isArray(expected) && Array.isArray(found)) {
    if (expected.length !== found.length) return [mismatch(path, expected, found)];
    return expected.flatMap((item, at) => differences(item, found[at], `${path}[${at}]`));
  }
  if (isRecord(expected) && isRecord(found)) {
    return Object.entries(expected).flatMap(([key, value]) => differences(value, found[key], path === '' ? key : `${path}.${key}`));
  }
  return expected === found || isSameDecimal(expected, found) ? [] : [mismatch(path, expected, found)];
}

function isSameDecimal(expected: unknown, found: unknown): boolean {
  const isDecimal = (value: unknown): value is string => typeof value === 'string' && /^-?\d+\.\d+$/.test(value);
  return isDecimal(expected) && isDecimal(found) && Math.abs(Number(expected) - Number(found)) <= 1.5e-6;
}

function mismatch(path: string, expected: unknown, found: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;
}
