import { useTranslate } from 'react-admin';

/** A person's name as it is known now; who has erased their account has none. */
export function usePersonName(): (name: string | null | undefined) => string {
  const t = useTranslate();
  return (name) => name || t('common.someone_who_left');
}

export function Person({ name }: { name: string | null | undefined }) {
  return <>{usePersonName()(name)}</>;
}
