import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  useMediaQuery,
  type ButtonProps,
  type Theme,
} from '@mui/material';
import { Form, ResourceContextProvider, SaveButton, useTranslate } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { ProblemError } from '../providers/api.js';
import { useProblemText } from './problem-text.js';
import { useAct, type Act } from './use-act.js';

type Values = Record<string, unknown>;

interface Props {
  /** The verb, a translation key: on the button that opens the form, in its heading and on the button that sends it. */
  label: string;
  /** Says what will happen and whether it can be undone. */
  note?: string;
  path: string;
  act?: Omit<Act, 'body'>;
  /** What the form begins with. */
  initial?: Values;
  /** Turns what was typed into the body of the request. */
  bodyOf?: (values: Values) => unknown;
  button?: Pick<ButtonProps, 'variant' | 'color' | 'startIcon' | 'size' | 'disabled'>;
  onDone?: (reply: unknown) => void;
  /** Given where something other than the button opens the form, such as a key. */
  open?: boolean;
  onOpen?: (open: boolean) => void;
  children: ReactNode;
}

/** A button that opens a small form. What was typed is kept until the API has accepted it; refusals stand by their fields. */
export function FormDialog({
  label,
  note,
  path,
  act: request,
  initial,
  bodyOf = (v) => v,
  button,
  onDone,
  open: given,
  onOpen,
  children,
}: Props) {
  const t = useTranslate();
  const textOf = useProblemText();
  const { act, busy } = useAct();
  const [own, setOwn] = useState(false);
  const open = given ?? own;
  const setOpen = onOpen ?? setOwn;
  const [refused, setRefused] = useState<string>();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));

  async function send(values: Values) {
    setRefused(undefined);
    try {
      const reply = await act(path, { done: 'common.done', ...request, body: await bodyOf(values) });
      setOpen(false);
      onDone?.(reply);
    } catch (error) {
      setRefused(textOf(error));
      if (error instanceof ProblemError) return error.fields;
    }
    return undefined;
  }

  return (
    <>
      <Button size="small" variant="contained" {...button} onClick={() => setOpen(true)}>
        {t(label)}
      </Button>
      <Dialog open={open} onClose={() => !busy && setOpen(false)} fullScreen={small} fullWidth maxWidth="sm" aria-label={t(label)}>
        <ResourceContextProvider value="form">
          <Form record={initial} onSubmit={send} resetOptions={{ keepDirtyValues: true }} sanitizeEmptyValues>
            <DialogTitle component="h2">{t(label)}</DialogTitle>
            <DialogContent>
              {note && (
                <Alert severity="info" sx={{ mb: 2 }}>
                  {t(note, { _: note })}
                </Alert>
              )}
              {refused && (
                <Alert severity="error" sx={{ mb: 2 }} role="alert">
                  {refused}
                </Alert>
              )}
              {children}
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setOpen(false)}>{t('ra.action.cancel')}</Button>
              <SaveButton label={label} icon={<></>} alwaysEnable disabled={busy} />
            </DialogActions>
          </Form>
        </ResourceContextProvider>
      </Dialog>
    </>
  );
}
