import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { AccountName } from './account-name.js';
import { InBook } from './in-book.js';
import type { EntryLine } from './types.js';

/** The lines of an entry: debits first, credits set in. */
export function EntryLines({ lines }: { lines: EntryLine[] }) {
  const t = useTranslate();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: 13 }}>
      {lines.map(({ account, commodity, debit, credit }, i) => (
        <Box component="li" key={i} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, pl: credit ? 2 : 0 }}>
          <Box component="span" sx={{ display: 'flex', gap: 0.5 }}>
            {t(credit ? 'books.credit' : 'books.debit')} <AccountName of={account} />
          </Box>
          <InBook minor={debit || credit} commodity={commodity} zero />
        </Box>
      ))}
    </Box>
  );
}
