import { useMemo } from 'react';
import { type Format, formatFor } from '../models/format';
import { usePage } from './page-context';

/** Money, numbers and dates in the page's language. */
export function useFormat(): Format {
  const { language } = usePage();
  return useMemo(() => formatFor(language), [language]);
}
