import i18next, { type i18n } from 'i18next';
import en from './en.json';
import fr from './fr.json';
import { LANGUAGES, type Language } from './language';

const resources = { en: { translation: en }, fr: { translation: fr } };

function make(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

const instances = Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, i18n>;

/** The texts in one language; made once, because they never change while the process runs. */
export const translatorOf = (language: Language): i18n => instances[language];
