import ContentCopy from '@mui/icons-material/ContentCopy';
import { Box, IconButton } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

/** A name that only other programs use, small and cut short; a press copies the whole of it. */
export function Copyable({ text }: { text: string | null | undefined }) {
  const t = useTranslate();
  const notify = useNotify();
  if (!text) return null;
  // Browsers know no clipboard on a page without https.
  const copy = async () => navigator.clipboard.writeText(text);
  const press = () =>
    void copy().then(
      () => notify('common.copied', { type: 'success' }),
      () => notify('common.not_copied', { type: 'warning' }),
    );
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', maxWidth: '100%', fontSize: 12, color: 'text.secondary' }}>
      <Box component="code" title={text} sx={{ maxWidth: '7.5em', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {text}
      </Box>
      <IconButton
        size="small"
        color="inherit"
        onClick={press}
        title={t('common.copy')}
        aria-label={`${t('common.copy')} ${text}`}
        sx={{ '@media (pointer: coarse)': { width: 44, height: 44 } }}
      >
        <ContentCopy sx={{ fontSize: 14 }} />
      </IconButton>
    </Box>
  );
}
