/** The languages every page exists in; the first is the fallback. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const COOKIE = 'lang';
const A_YEAR = 31_536_000;

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** Keeps a language in this browser. */
export const languageCookie = (language: Language): string => `${COOKIE}=${language}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`;

/** What was chosen in this browser. */
export function chosenLanguage(headers: Headers): Language | undefined {
  const chosen = /(?:^|;\s*)lang=(\w+)/.exec(headers.get('cookie') ?? '')?.[1];
  return isLanguage(chosen) ? chosen : undefined;
}

/** What the browser prefers, else English. */
export function preferredLanguage(headers: Headers): Language {
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

/** What was chosen in this browser, else in the account of whoever is signed in, else what the browser prefers. */
export async function languageOf(headers: Headers, account: () => Promise<{ locale: Language } | undefined>): Promise<Language> {
  return chosenLanguage(headers) ?? (await account())?.locale ?? preferredLanguage(headers);
}

/** The locale that dates and money are written in. */
export const localeOf = (language: Language): string => ({ en: 'en-GB', fr: 'fr-FR' })[language];
