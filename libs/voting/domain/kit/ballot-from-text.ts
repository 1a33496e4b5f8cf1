import type { Ballot, ConsentAnswer, DateAnswer } from '../casting/ballot.js';
import type { KitRules } from './kit-rules.js';
import { CONSENT_CATEGORIES, DATE_CATEGORIES } from './stored-ballots.js';

/**
 * A ballot from what a voter types: option numbers `1,4`, points or answers `1:3,4:2` and `1:yes,2:no`, ranks `3>1=2`, or `agree`.
 * Throws RangeError for a text that is no ballot of this vote.
 */
export function ballotFromText(text: string, rules: KitRules): Ballot {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  if (rules.method === 'consent') return { kind: 'consent', answer: word(text.trim(), CONSENT_CATEGORIES) };
  if (rules.method === 'ranked') {
    const groups = text.split('>').filter((group) => group.trim() !== '');
    return {
      kind: 'ranked',
      ranks: groups.flatMap((group, at) => group.split('=').map((n) => ({ option: optionOf(n, rules), rank: at + 1 }))),
    };
  }
  const pairs = parts.map((part) => part.split(':') as [string, string | undefined]);
  if (rules.method === 'dates') {
    const answers = pairs.map(([n, answer]): { option: string; answer: DateAnswer } => ({
      option: optionOf(n, rules),
      answer: word(answer ?? '', DATE_CATEGORIES),
    }));
    return { kind: 'dates', answers };
  }
  if (rules.method === 'points')
    return { kind: 'points', points: pairs.map(([n, points]) => ({ option: optionOf(n, rules), points: whole(points ?? '') })) };
  return { kind: 'choices', choices: parts.map((n) => optionOf(n, rules)) };
}

function optionOf(text: string, { options }: KitRules): string {
  const option = options[whole(text) - 1];
  if (!option) throw new RangeError(`there is no option ${text.trim()}: the numbers are places in the options of rules.json`);
  return option.id;
}

function whole(text: string): number {
  if (!/^\s*\d+\s*$/.test(text)) throw new RangeError(`"${text.trim()}" is no whole number`);
  return Number(text);
}

function word<W extends ConsentAnswer | DateAnswer>(text: string, words: readonly W[]): W {
  const known = words.find((each) => each === text.trim());
  if (!known) throw new RangeError(`"${text.trim()}" is none of ${words.join(', ')}`);
  return known;
}
