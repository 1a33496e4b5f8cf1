const singular = (noun: string): string => noun.replace(/ies$/, 'y').replace(/s$/, '');

/** What answers told: ids by what they are ids of, and the secrets and cursors that other requests need. */
export class Memory {
  private readonly known = new Map<string, string[]>();

  /** Remembers everything of an answer to a path such as `/api/v1/events/x/boards`. */
  learn(path: string, answer: unknown): void {
    const noun = singular(
      path
        .split('/')
        .filter((part) => /^[a-z-]+$/.test(part))
        .at(-1) ?? '',
    );
    this.walk(noun, answer);
  }

  add(noun: string, value: string): void {
    const list = this.known.get(noun.toLowerCase()) ?? [];
    if (!list.includes(value)) list.push(value);
    this.known.set(noun.toLowerCase(), list.slice(-12));
  }

  /** Everything known of a noun: `line` also answers what is known of `budgetLine`. */
  of(noun: string): string[] {
    const wanted = singular(noun).toLowerCase().replace(/-/g, '');
    return [...this.known]
      .filter(([name]) => name === wanted || name.endsWith(wanted) || (name.length > 2 && wanted.endsWith(name)))
      .flatMap(([, ids]) => ids);
  }

  private walk(noun: string, node: unknown): void {
    if (Array.isArray(node)) node.forEach((item) => this.walk(noun, item));
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'string') this.walk(singular(key) === 'item' ? noun : singular(key), value);
        else if (key === 'id') this.add(noun.replace(/-/g, ''), value);
        else if (/^(link|receipt|token|next|hash|shortCode)$/.test(key)) this.add(key, value);
        else if (/Id$/.test(key)) this.add(key.slice(0, -2), value);
      }
    }
  }
}
