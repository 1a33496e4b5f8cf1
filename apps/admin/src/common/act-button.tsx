import { Button, type ButtonProps } from '@mui/material';
import { Confirm, useTranslate } from 'react-admin';
import { useState } from 'react';
import { useAct, type Act } from './use-act.js';

interface Props extends Act, Pick<ButtonProps, 'variant' | 'color' | 'startIcon' | 'size' | 'disabled'> {
  /** The verb on the button, a translation key. */
  label: string;
  path: string;
  /** Asked first where it cannot be undone: a translation key that says what will happen. */
  confirm?: string;
  onDone?: () => void;
}

/** One button, one request: busy while it runs, says how it ended. */
export function ActButton({ label, path, confirm, onDone, method, body, done, disabled, ...look }: Props) {
  const t = useTranslate();
  const { act, busy } = useAct();
  const [asking, setAsking] = useState(false);
  const go = () => {
    setAsking(false);
    act(path, { method, body, done: done ?? 'common.done' }).then(onDone, () => undefined);
  };
  return (
    <>
      <Button size="small" variant="outlined" {...look} disabled={busy || disabled} onClick={confirm ? () => setAsking(true) : go}>
        {t(label)}
      </Button>
      {confirm && (
        <Confirm isOpen={asking} title={t(label)} content={t(confirm)} confirm={label} onConfirm={go} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
