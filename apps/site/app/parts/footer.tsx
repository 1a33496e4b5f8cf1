import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { LANGUAGES } from '../i18n/language';
import { usePage } from './page-context';

/** The language switch (a form, so that it works without script) and what this site is. */
export function Footer(): ReactNode {
  const { t } = useTranslation();
  const { language, path } = usePage();
  return (
    <footer className="site-footer">
      <p>{t('footer.about')}</p>
      <form method="post" action="/lang" className="languages" aria-label={t('footer.language')}>
        <input type="hidden" name="back" value={path} />
        {LANGUAGES.map((other) => (
          <button key={other} name="language" value={other} lang={other} className="plain" aria-pressed={other === language}>
            {t(`language.${other}`)}
          </button>
        ))}
      </form>
    </footer>
  );
}
