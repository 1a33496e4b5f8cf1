/** One page of a list as the API replies it. */
export interface PageView<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
