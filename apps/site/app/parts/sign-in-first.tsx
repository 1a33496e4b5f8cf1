import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { usePage } from './page-context';

/** Says what needs an account and leads to signing in and back. */
export function SignInFirst({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { path } = usePage();
  const next = encodeURIComponent(path);
  return (
    <p className="notice">
      {children} <a href={`/sign-in?next=${next}`}>{t('nav.signIn')}</a> {t('nav.or')}{' '}
      <a href={`/sign-up?next=${next}`}>{t('signIn.signUp')}</a>.
    </p>
  );
}
