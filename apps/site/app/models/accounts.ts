import type { TFunction } from 'i18next';

/**
 * An account of the books in everyday words. Where the last part of its name is free or one of many kinds, it is kept
 * (`account.Expenses_*`); an account we have no words for is called what it is called in the books.
 */
export function sayAccount(name: string, t: TFunction): string {
  const own = t(`account.${name.replaceAll(':', '_')}`, { defaultValue: '' });
  if (own) return own;
  const [, above = '', last = ''] = /^(.*):([^:]*)$/.exec(name) ?? [];
  const what = t(`account.what.${last}`, { defaultValue: last });
  return t(`account.${above.replaceAll(':', '_')}_*`, { what, defaultValue: name });
}
