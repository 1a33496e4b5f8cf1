/**
 * The titles, each of which nobody takes for another: those that read alike (in whatever case and spacing) carry their number, the place
 * in the list from 1, as in `Stage (2)`. Titles that are alone in reading as they do stay as they are.
 */
export function toldApart(titles: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const title of titles) times.set(reading(title), (times.get(reading(title)) ?? 0) + 1);
  if (times.size === titles.length) return [...titles];
  // A numbered title may read like another one that was written so; then both are numbered once more.
  return toldApart(titles.map((title, at) => (times.get(reading(title))! > 1 ? `${title} (${at + 1})` : title)));
}

/** What of a title people read. */
export const reading = (title: string): string => title.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
