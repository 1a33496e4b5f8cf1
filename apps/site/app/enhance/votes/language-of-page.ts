import type { Language } from '../../i18n/language';

/** The language the page was written in. */
export const languageOfPage = (page: Document): Language => (page.documentElement.lang === 'fr' ? 'fr' : 'en');
