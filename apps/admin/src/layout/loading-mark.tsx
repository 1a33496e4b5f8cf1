import { LoadingIndicator, useTranslate } from 'react-admin';

/** Turns while something is under way, and says so to people who do not see it; at rest it reads everything anew. */
export function LoadingMark() {
  const t = useTranslate();
  return <LoadingIndicator aria-label={t('ra.page.loading')} />;
}
