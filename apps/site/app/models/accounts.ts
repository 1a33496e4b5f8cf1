import type { TFunction } from 'i18next';

/** An account of the books in everyday words; a name we have no words for is shown as it is in the books. */
export function sayAccount(name: string, t: TFunction): string {
  const [top = '', ...rest] = name.split(':');
  const exact = t(`account.${name.replaceAll(':', '_')}`, { defaultValue: '' });
  if (exact) return exact;
  const kind = t(`account.${top}_${rest[0] ?? ''}`, { defaultValue: '' });
  const what = t(`account.what.${rest.at(-1) ?? ''}`, { defaultValue: rest.at(-1) ?? '' });
  return kind || t(`account.${top}`, { what, defaultValue: name });
}
