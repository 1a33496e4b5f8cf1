import { MAX_MINOR, exponentOf } from '#kernel';
import { UnreadableCell } from '../domain/file-fault.js';

const SPACES = /[\s\u00a0\u2007\u202f]/g;

/**
 * Reads an amount as banks write it: apostrophes or spaces between thousands, the other mark between thousands where it stands before
 * groups of three, minus in front, behind, as a real minus or as parentheses. Answers minor units. Throws an UnreadableCell rather than guess.
 */
export function readAmount(written: string, decimalMark: '.' | ',', currency: string): bigint {
  const refuse = (): never => {
    throw new UnreadableCell('NOT_AN_AMOUNT', written, { mark: decimalMark });
  };
  const text = written
    .replace(SPACES, '')
    .replace(/['\u2019]/g, '')
    .replace(/\u2212/g, '-');
  const match = /^(\()?([+-])?([\d.,]*\d)([+-])?(\))?$/.exec(text) ?? refuse();
  const [, open, before, digits, after, close] = match;
  if (Boolean(open) !== Boolean(close) || [open, before, after].filter(Boolean).length > 1) refuse();
  const [whole = '', fraction = '', ...more] = digits!.split(decimalMark);
  const groups = whole.split(decimalMark === ',' ? '.' : ',');
  if (more.length > 0 || groups.some((g, i) => (i === 0 ? g.length < 1 || (groups.length > 1 && g.length > 3) : g.length !== 3))) refuse();
  const exponent = exponentOf(currency);
  if (fraction.length > exponent) throw new UnreadableCell('TOO_MANY_DECIMALS', written, { currency });
  const minor = BigInt(groups.join('') + fraction.padEnd(exponent, '0'));
  if (minor > MAX_MINOR) throw new UnreadableCell('AMOUNT_TOO_LARGE', written);
  return open || before === '-' || after === '-' ? -minor : minor;
}
