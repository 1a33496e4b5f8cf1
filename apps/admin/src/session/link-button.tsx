import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';

/** Asks for a one-time link to the address typed in the form around it. */
export function LinkButton({ onSend, disabled }: { onSend: (address: string) => unknown; disabled: boolean }) {
  const t = useTranslate();
  const { trigger, getValues } = useFormContext<{ email: string }>();
  const send = async () => {
    if (await trigger('email')) await onSend(getValues('email'));
  };
  return (
    <Button variant="text" fullWidth disabled={disabled} onClick={() => void send()} sx={{ mt: 1 }}>
      {t('session.send_link')}
    </Button>
  );
}
