import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { NavLink } from 'react-router';
import { withNext } from '../http/way-back';
import type { MeView } from '../views/accounts';
import { Mark } from './mark';
import { usePage } from './page-context';

/** The product's name, the two places everybody goes, and the visitor's own corner. */
export function Header({ me }: { me: MeView | null }): ReactNode {
  const { t } = useTranslation();
  const { path } = usePage();
  return (
    <header className="site-header">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <div className="site-header-row">
        <NavLink to="/" end className="brand">
          <Mark />
          <span>WeGetTogether</span>
        </NavLink>
        <nav aria-label={t('nav.main')} className="site-nav">
          <NavLink to="/sparks">{t('nav.sparks')}</NavLink>
          <NavLink to="/events">{t('nav.events')}</NavLink>
          {me ? (
            <NavLink to="/me">{t('nav.me')}</NavLink>
          ) : (
            <NavLink to={path.startsWith('/sign-') ? '/sign-in' : withNext('/sign-in', path)}>{t('nav.signIn')}</NavLink>
          )}
        </nav>
      </div>
    </header>
  );
}
