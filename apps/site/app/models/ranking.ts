/** Moves one of a list a place up or down, or to another's place; the list stays as it is when there is nowhere to go. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  if (from === to || from < 0 || from >= list.length || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}

/** The order in which options are shown: ranked ones by rank, the others as they were. */
export function inRankOrder<T>(options: readonly T[], rankOf: (option: T) => number | undefined): T[] {
  const place = (option: T): number => rankOf(option) ?? Number.POSITIVE_INFINITY;
  return [...options].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
