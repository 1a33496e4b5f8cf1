import { useTranslate } from 'react-admin';

/** The log's own words in the reader's language; words we do not know yet as they were written. */
export function Told({ of, as }: { of: string | null; as: 'actions' | 'subjects' }) {
  const t = useTranslate();
  return <>{of === null ? t('audit.nobody') : t(`audit.${as}.${of.replaceAll(/\W/g, '_')}`, { _: of })}</>;
}
