import { Box } from '@mui/material';
import { useLocale } from 'react-admin';
import { useEvent } from '../layout/event-context.js';
import { formatDate, formatInstant, formatMoney, type Amount } from './format.js';

/** An amount as the API says it, in tabular figures that do not break over lines. */
export function Money({ value }: { value: Amount | null | undefined }) {
  const locale = useLocale();
  if (!value) return <>–</>;
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {formatMoney(value, locale)}
    </Box>
  );
}

/** An instant in the event's zone, or a calendar date. */
export function When({ at }: { at: string | null | undefined }) {
  const locale = useLocale();
  const { timeZone } = useEvent();
  if (!at) return <>–</>;
  return (
    <Box component="time" dateTime={at} sx={{ whiteSpace: 'nowrap' }}>
      {at.length > 10 ? formatInstant(at, locale, timeZone) : formatDate(at, locale)}
    </Box>
  );
}

/** Formats an amount inside a sentence. */
export function useMoneyText(): (value: Amount) => string {
  const locale = useLocale();
  return (value) => formatMoney(value, locale);
}
