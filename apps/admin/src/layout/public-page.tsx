import OpenInNew from '@mui/icons-material/OpenInNew';
import { IconButton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useEvent } from './event-context.js';

/** What everybody else sees of this event. */
export function PublicPage() {
  const t = useTranslate();
  const { slug } = useEvent();
  return (
    <IconButton color="inherit" href={`/events/${slug}`} title={t('layout.public')} aria-label={t('layout.public')}>
      <OpenInNew />
    </IconButton>
  );
}
