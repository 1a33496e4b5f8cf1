/** The languages every page exists in; the first is the fallback. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_COOKIE = 'lang';

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** What the visitor chose, else what the browser prefers, else English. */
export function languageOf(headers: Headers): Language {
  const chosen = /(?:^|;\s*)lang=(\w+)/.exec(headers.get('cookie') ?? '')?.[1];
  if (isLanguage(chosen)) return chosen;
  const preferred = (headers.get('accept-language') ?? '')
    .split(',')
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = Number(/q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1);
      return { language: tag.slice(0, 2).toLowerCase(), quality, place };
    })
    .sort((a, b) => b.quality - a.quality || a.place - b.place);
  return preferred.map((p) => p.language).find(isLanguage) ?? 'en';
}

/** The locale that dates and money are written in. */
export const localeOf = (language: Language): string => ({ en: 'en-GB', fr: 'fr-FR' })[language];
