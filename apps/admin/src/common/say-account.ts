export type Translate = (key: string, options?: Record<string, unknown>) => string;

/**
 * An account of the books in the reader's language. Where the last part of its name is free or one of many kinds, it is kept
 * (`account_names.Expenses_*`); an account we have no words for is called what it is called in the books.
 */
export function sayAccount(name: string, t: Translate): string {
  const own = t(`account_names.${name.replaceAll(':', '_')}`, { _: '' });
  if (own) return own;
  const [, above = '', last = ''] = /^(.*):([^:]*)$/.exec(name) ?? [];
  return t(`account_names.${above.replaceAll(':', '_')}_*`, { what: t(`categories.${last}`, { _: last }), _: name });
}
