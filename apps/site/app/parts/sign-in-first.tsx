import type { ReactNode } from 'react';
import { withNext } from '../http/way-back';
import { useTranslation } from './use-translation';
import { usePage } from './page-context';

/** Says what needs an account and leads to signing in and back. */
export function SignInFirst({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { path } = usePage();
  return (
    <p className="notice">
      {children} <a href={withNext('/sign-in', path)}>{t('nav.signIn')}</a> {t('nav.or')}{' '}
      <a href={withNext('/sign-up', path)}>{t('signIn.signUp')}</a>.
    </p>
  );
}
