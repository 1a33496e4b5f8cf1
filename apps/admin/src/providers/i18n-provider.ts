import polyglot from 'ra-i18n-polyglot';
import { mergeTranslations, resolveBrowserLocale, type TranslationMessages } from 'react-admin';
import englishFramework from 'ra-language-english';
import en from '../i18n/en.json';
import fr from '../i18n/fr.json';

const messages: Record<string, TranslationMessages> = {
  en: mergeTranslations(englishFramework, { ra: { auth: { logout: en.session.sign_out } } }, en) as TranslationMessages,
  fr: fr as unknown as TranslationMessages,
};

/** English and French from the same keys; a key that is missing is shown as itself and found by the spec. */
export const i18nProvider = polyglot(
  (locale) => messages[locale] ?? messages.en!,
  messages[resolveBrowserLocale('en') ?? 'en'] ? resolveBrowserLocale('en') : 'en',
  [
    { locale: 'en', name: 'English' },
    { locale: 'fr', name: 'Français' },
  ],
  { allowMissing: true },
);
