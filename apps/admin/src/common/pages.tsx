import { Box, Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';

/** The way to the pages before and after; nothing when there is only one. */
export function Pages() {
  const t = useTranslate();
  const { page, setPage, hasNextPage, hasPreviousPage } = useListContext();
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <Box
      component="nav"
      aria-label={t('common.pages')}
      sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'flex-end', p: 1 }}
    >
      <Button disabled={!hasPreviousPage} onClick={() => setPage(page - 1)}>
        {t('common.previous')}
      </Button>
      <span>{t('common.page', { page })}</span>
      <Button disabled={!hasNextPage} onClick={() => setPage(page + 1)}>
        {t('common.next')}
      </Button>
    </Box>
  );
}
