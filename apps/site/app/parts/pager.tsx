import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { useLocation } from 'react-router';

/** Leads to the next page of a list. */
export function Pager({ next }: { next: string | null | undefined }): ReactNode {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  if (!next) return null;
  const query = new URLSearchParams(search);
  query.set('after', next);
  query.delete('done');
  return (
    <p className="pager">
      <a href={`${pathname}?${query}`} role="button" className="secondary">
        {t('list.more')}
      </a>
    </p>
  );
}
