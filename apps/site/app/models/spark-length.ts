/** The most characters a spark may have, as a person counts them. */
export const SPARK_LIMIT = 140;
const LINK_WEIGHT = 23;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** How long a spark is: user-perceived characters after NFC and trimming, every link counting as 23. */
export function sparkLength(text: string): number {
  let links = 0;
  const rest = text
    .normalize('NFC')
    .trim()
    .replace(/https?:\/\/\S+/g, () => ((links += 1), ''));
  return [...segmenter.segment(rest)].length + links * LINK_WEIGHT;
}
