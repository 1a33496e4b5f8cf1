/** A spark has at most this many characters as people see them (SPK-1). The one place where the limit stands. */
export const SPARK_MAX = 140;

/** What every http(s) link counts, however long it is. */
export const LINK_LENGTH = 23;

const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()[\]{}]/giu;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const countGraphemes = (text: string): number => [...graphemes.segment(text)].length;

/** The text as it is kept: Unicode NFC, without white space around it. */
export const cleanSparkText = (text: string): string => text.normalize('NFC').trim();

/** Whether there is anything to perceive: blanks and invisible characters say nothing. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** User-perceived characters after NFC and trimming; each http(s) link counts 23. */
export function sparkLength(text: string): number {
  const clean = cleanSparkText(text);
  const links = clean.match(LINK) ?? [];
  return countGraphemes(clean.replace(LINK, '')) + links.length * LINK_LENGTH;
}

/** How many characters too long a text is; 0 when it fits. */
export const overBy = (text: string): number => Math.max(0, sparkLength(text) - SPARK_MAX);

/**
 * What is left of a text when its looks are taken away: lower case, no accents, letters and digits with single spaces.
 * Two texts with one key say the same (SPK-3). A text without letters is its own key.
 */
export function textKey(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return bare || cleanSparkText(text).toLowerCase();
}

/** Words that tell something about a text: look-alikes are searched from the third on (SPK-3). */
export const countWords = (text: string): number => textKey(text).split(' ').filter(Boolean).length;

/** Plain text to pass on: the spark and its address within the limit, cut at the end where needed (SPK-7). */
export function shareText(text: string, url: string): string {
  const clean = cleanSparkText(text);
  const room = SPARK_MAX - LINK_LENGTH - 1;
  if (sparkLength(clean) <= room) return `${clean} ${url}`;
  const parts = [...graphemes.segment(clean)].map((g) => g.segment);
  for (let keep = Math.min(parts.length, room - 1); keep > 0; keep -= 1) {
    const cut = `${parts.slice(0, keep).join('').trimEnd()}…`;
    if (sparkLength(cut) <= room) return `${cut} ${url}`;
  }
  return url;
}
