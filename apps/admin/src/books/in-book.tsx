import { Box } from '@mui/material';
import { useLocale } from 'react-admin';
import { formatCommodity } from './commodity.js';

/** An amount of the journal; nothing where there is none on that side. */
export function InBook({ minor, commodity, zero = false }: { minor: number; commodity: string; zero?: boolean }) {
  const locale = useLocale();
  if (minor === 0 && !zero) return null;
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {formatCommodity(minor, commodity, locale)}
    </Box>
  );
}
