import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Which keys do what on this screen. */
export function KeyHelp({ keys }: { keys: [key: string, does: string][] }) {
  const t = useTranslate();
  return (
    <Typography
      component="p"
      variant="body2"
      color="textSecondary"
      sx={{ mb: 2, display: { xs: 'none', sm: 'flex' }, flexWrap: 'wrap', gap: 1.5 }}
    >
      {keys.map(([key, does]) => (
        <Box component="span" key={key}>
          <Box
            component="kbd"
            sx={{ border: 1, borderColor: 'divider', borderRadius: 0.5, px: 0.75, mr: 0.5, bgcolor: 'background.paper' }}
          >
            {key}
          </Box>
          {t(does)}
        </Box>
      ))}
    </Typography>
  );
}
