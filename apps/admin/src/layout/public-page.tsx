import OpenInNew from '@mui/icons-material/OpenInNew';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useEvent } from './event-context.js';

/** What everybody else sees of this event. */
export function PublicPage() {
  const t = useTranslate();
  const { slug } = useEvent();
  return (
    <Button
      color="inherit"
      size="small"
      href={`/events/${slug}`}
      title={t('layout.public')}
      startIcon={<OpenInNew />}
      sx={{ minWidth: 44 }}
    >
      {t('layout.public_short')}
    </Button>
  );
}
