/** Chosen without a pot: the first `seats` options in the order given, each with at least `threshold` supporters and something in its favour. */
export function chosenOf(
  ordered: readonly { readonly option: string; readonly total: number; readonly supporters: number }[],
  { seats, threshold }: { seats: number; threshold: number },
): string[] {
  return ordered
    .filter(({ total, supporters }) => total > 0 && supporters >= threshold)
    .slice(0, seats)
    .map(({ option }) => option);
}
