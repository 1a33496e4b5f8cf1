export const singular = (noun: string): string => noun.replace(/ies$/, 'y').replace(/s$/, '');
const isWord = (part: string): boolean => /^[a-z-]+$/.test(part);
const nounOf = (word: string): string => singular(word).replace(/-/g, '');

/** The last two words of a path, which tell a line of the bank from a line of the budget: `booksline`. */
export const twoWords = (path: string): string => path.split('/').filter(isWord).slice(-2).map(nounOf).join('');

/** The most that is remembered of a noun: the newest. */
const MOST = 30;

/** What answers told: ids by what they are ids of, and the secrets and cursors that other requests need. */
export class Memory {
  private readonly known = new Map<string, string[]>();
  /** What stood inside what: a checklist item in its card. */
  private readonly inside = new Map<string, Set<string>>();

  /** Remembers everything of an answer to a path such as `/api/v1/events/x/boards`; `about` = the id in the path, where it has one. */
  learn(path: string, answer: unknown, about?: string): void {
    const noun = nounOf(path.split('/').filter(isWord).at(-1) ?? '');
    this.walk(noun, answer, about);
    const { id, items = [] } = answer as { id?: unknown; items?: { id?: unknown }[] };
    for (const own of [id, ...(Array.isArray(items) ? items : []).map((item) => item.id)])
      if (typeof own === 'string') this.add(twoWords(path), own);
  }

  add(noun: string, value: string): void {
    const list = this.known.get(noun.toLowerCase()) ?? [];
    if (!list.includes(value)) list.push(value);
    this.known.set(noun.toLowerCase(), list.slice(-MOST));
  }

  forget(): void {
    this.known.clear();
    this.inside.clear();
  }

  /** What is known of exactly this noun. */
  exactly(noun: string): string[] {
    return this.known.get(noun.toLowerCase()) ?? [];
  }

  isInside(inner: string, id: string): boolean {
    return this.inside.get(inner)?.has(id) ?? false;
  }

  /** Those of the ids that stood inside this thing, or all of them where none did. */
  within(id: string | undefined, ids: string[]): string[] {
    const found = ids.filter((inner) => id && this.isInside(inner, id));
    return found.length ? found : ids;
  }

  /** Everything known of a noun: `line` also answers what is known of `budgetLine`. */
  of(noun: string): string[] {
    const wanted = singular(noun).toLowerCase().replace(/-/g, '');
    return [...this.known]
      .filter(([name]) => name === wanted || name.endsWith(wanted) || (name.length > 2 && wanted.endsWith(name)))
      .flatMap(([, ids]) => ids);
  }

  private walk(noun: string, node: unknown, about?: string): void {
    if (Array.isArray(node)) node.forEach((item) => this.walk(noun, item, about));
    else if (typeof node === 'object' && node !== null) {
      const holder = ownId(node) ?? about;
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'string') this.walk(singular(key) === 'item' && noun ? noun : singular(key), value, holder);
        else if (key === 'id') this.keep(noun.replace(/-/g, ''), value, about);
        else if (/^(link|receipt|token|next|hash|shortCode|email)$/.test(key)) this.keep(key, value, holder);
        else if (/Url$/.test(key)) this.add('shortCode', value.split('/').at(-1)!);
        else if (/Id$/.test(key)) this.keep(key.slice(0, -2), value, holder);
      }
    }
  }

  private keep(noun: string, id: string, about: string | undefined): void {
    this.add(noun, id);
    if (about && about !== id) this.inside.set(id, (this.inside.get(id) ?? new Set()).add(about));
  }
}

/** What a thing calls itself: its `id`, or the first of its fields that ends so. */
function ownId(node: object): string | undefined {
  const [, id] = Object.entries(node).find(([key]) => key === 'id') ?? Object.entries(node).find(([key]) => /Id$/.test(key)) ?? [];
  return typeof id === 'string' ? id : undefined;
}
