/** What the page's script says of a ballot that was not taken; `#`, `{missing}` and `{least}` stand for what is filled in. */
export interface RefusalTexts {
  readonly failed: string;
  /** An earlier ballot counts still. */
  readonly notCounted: string;
  /** Nothing of this person's counts so far. */
  readonly nothingCounted: string;
  readonly refusals: Readonly<Record<string, string>>;
}

/** A refused cast: the code, and the bound that was crossed where there is one. */
export interface RefusedCast {
  readonly code?: string;
  readonly details?: { readonly bound?: number; readonly found?: number };
}

/** Says plainly that a ballot does not count yet, why, and what of an earlier one; `money` writes minor units. */
export function refusalWords(
  texts: RefusalTexts,
  { code, details }: RefusedCast,
  counted: boolean,
  money: (minor: number) => string,
): string {
  const why = texts.refusals[code ?? ''];
  if (!why) return texts.failed;
  const { bound = 0, found = 0 } = details ?? {};
  const filled = why.replace('{missing}', () => money(bound - found)).replace('{least}', () => money(bound));
  return (counted ? texts.notCounted : texts.nothingCounted).replace('#', () => filled);
}
