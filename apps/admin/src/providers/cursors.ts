/**
 * Remembers where each page of a keyset list begins, because screens count pages and the API gives out cursors.
 * One walk per list and filter; a filter change begins a new walk.
 */
export class Cursors {
  private readonly walks = new Map<string, (string | null)[]>();

  /** The cursor of a page: undefined for the first, or when the way there is not known yet. */
  of(walk: string, page: number): string | undefined {
    return this.walks.get(walk)?.[page] ?? undefined;
  }

  /** The last page up to `page` whose beginning is known. */
  nearest(walk: string, page: number): number {
    for (let p = page; p > 1; p -= 1) if (this.of(walk, p)) return p;
    return 1;
  }

  /** Notes where the page after `page` begins; null when there is none. */
  note(walk: string, page: number, next: string | null): void {
    const known = this.walks.get(walk) ?? [];
    known[page + 1] = next;
    this.walks.set(walk, known);
  }
}
