/** A sentence of ours (a translation key) and the figures in it. */
export interface Said {
  key: string;
  /** `min` and `max` as the API gave them: minor units where the field is an amount of money. */
  figures: Record<string, string>;
}

/** What the API's validator says of a field, and the sentence of ours that says how to put it right. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/longer than or equal to 1 char|should not be empty|must be a UUID|must be given/, 'required'],
  [/longer than or equal to (?<min>\d+) and shorter than or equal to (?<max>\d+)/, 'between'],
  [/must have (?<min>\d+) to (?<max>\d+) characters/, 'between'],
  [/longer than or equal to (?<min>\d+)/, 'too_short'],
  [/(?:shorter than or equal to|must have at most) (?<max>\d+)/, 'too_long'],
  [/must not be less than (?<min>-?\d+)/, 'too_little'],
  [/must not be greater than (?<max>\d+)/, 'too_much'],
  [/must be an email/, 'email'],
  [/must be a URL/, 'url'],
  [/must be a day of the calendar/, 'day'],
  [/must not be after today/, 'not_after_today'],
  [/must be after startsAt/, 'ends_after'],
  [/must be one of the following values/, 'choose'],
  [/must be an integer/, 'whole'],
  [/one line of text/, 'one_line'],
  [/is not a text file/, 'not_text'],
];

/** The sentence for what the API says of a field; its own words where we have none. */
export function saidOf(message: string): Said {
  for (const [pattern, name] of SENTENCES) {
    const found = pattern.exec(message);
    if (found) return { key: `faults.${name}`, figures: { ...found.groups } };
  }
  return { key: 'faults.other', figures: { message } };
}

/** An amount of money is `{amount, currency}` on the wire, below the field's own name or as the whole field `amount`. */
export const isMoney = (pointer: string, message: string): boolean => pointer.endsWith('/amount') && message.startsWith('amount must');

/** What the field is called: the last word of its pointer, past the parts of an amount. */
export const fieldOf = (pointer: string): string =>
  pointer
    .replace(/(\/[^/]+)\/(amount|currency)$/, '$1')
    .split('/')
    .filter((part) => !/^\d*$/.test(part))
    .at(-1) ?? '';
