import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { useSearchParams } from 'react-router';

/** After a form was taken: says what was done. The address carries which sentence, never the sentence. */
export function DoneNotice(): ReactNode {
  const { t, i18n } = useTranslation();
  const [query] = useSearchParams();
  const key = `done.${query.get('done') ?? ''}`;
  if (!query.has('done') || !/^done\.[a-z-]{1,40}$/.test(key) || !i18n.exists(key)) return null;
  return (
    <p className="notice good" role="status">
      <Tickmark /> {t(key)}
    </p>
  );
}

const Tickmark = (): ReactNode => (
  <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" focusable="false" className="tickmark">
    <path d="m2.5 8.5 3.5 3.5 7.5-8" />
  </svg>
);

/** Nothing here yet: says what will be here and offers the first step. */
export function Empty({ children, step }: { children: ReactNode; step?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p>{children}</p>
      {step && <p>{step}</p>}
    </div>
  );
}

/** A part of the page that could not be had in time; the rest is shown. */
export function Late(): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="notice late" role="status">
      {t('state.late')}
    </p>
  );
}
