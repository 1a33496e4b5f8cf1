import { Button } from '@mui/material';
import { useLocaleState, useLocales } from 'react-admin';

/** Speaks the other language: written in that language, for whoever needs it. */
export function LanguageButton() {
  const [locale, setLocale] = useLocaleState();
  const other = useLocales().find((language) => language.locale !== locale);
  if (!other) return null;
  return (
    <Button
      color="inherit"
      size="small"
      lang={other.locale}
      title={other.name}
      onClick={() => setLocale(other.locale)}
      sx={{ minWidth: 44 }}
    >
      {other.locale.toUpperCase()}
    </Button>
  );
}
