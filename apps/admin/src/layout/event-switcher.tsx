import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useEvent } from './event-context.js';

/** Moves to another of one's events; the address says which event one is in, so a link always leads to the right one. */
export function EventSwitcher() {
  const t = useTranslate();
  const { slug, name, me } = useEvent();
  const known = me.events.some((event) => event.slug === slug) ? me.events : [{ slug, name, roles: [] }, ...me.events];
  return (
    <TextField
      select
      size="small"
      value={slug}
      onChange={({ target }) => window.location.assign(`/admin/${target.value}/`)}
      slotProps={{
        htmlInput: { 'aria-label': t('layout.event') },
        select: { sx: { color: 'inherit', '& .MuiSelect-icon': { color: 'inherit' } } },
      }}
      sx={{
        minWidth: { xs: 90, sm: 180 },
        maxWidth: { xs: 120, sm: 320 },
        '& .MuiOutlinedInput-notchedOutline': { borderColor: 'rgba(255,255,255,.5)' },
      }}
    >
      {known.map((event) => (
        <MenuItem key={event.slug} value={event.slug}>
          {event.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
