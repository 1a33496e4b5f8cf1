import type { TFunction, i18n } from 'i18next';
import { useContext } from 'react';
import { I18nContext } from 'react-i18next';

/**
 * The texts of the page's language. Pages are rendered once and whole, so nothing has to watch for a language that
 * changes or texts that load: the provider's instance is all there is to it, and asking for it costs next to nothing.
 */
export function useTranslation(): { t: TFunction; i18n: i18n } {
  const { i18n } = useContext(I18nContext);
  return { t: i18n.t, i18n };
}
