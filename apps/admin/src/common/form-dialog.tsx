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
import { useEffect, useState, type ReactNode } from 'react';
import { ProblemError } from '../providers/api.js';
import { Refused } from './refused.js';
import { useAct, type Act } from './use-act.js';
import { useFieldFaults } from './use-fault-text.js';

type Values = Record<string, unknown>;

/** One object for good: with a new one the form would begin anew each time it is drawn, and forget what was typed. */
const KEEP_TYPED = { keepDirtyValues: true };

interface Props {
  /** The verb, a translation key: on the button that opens the form, in its heading and on the button that sends it. */
  label: string;
  /** Says what will happen and whether it can be undone. */
  note?: string;
  /** Below the event; made of what was typed where it names what is changed. */
  path: string | ((values: Values) => string);
  act?: Omit<Act, 'body'>;
  /** What the form begins with. */
  initial?: Values;
  /** Turns what was typed, and what the form began with, into the body of the request. */
  bodyOf?: (values: Values, begun: Values) => unknown;
  button?: Pick<ButtonProps, 'variant' | 'color' | 'startIcon' | 'size' | 'disabled'>;
  onDone?: (reply: unknown) => void;
  /** Given where something other than the button opens the form, such as a key. */
  open?: boolean;
  onOpen?: (open: boolean) => void;
  children: ReactNode;
}

/**
 * A button that opens a small form. What was typed is kept until the API has accepted it, also when somebody presses beside the form;
 * refusals stand by their fields.
 */
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
  const { act, busy } = useAct();
  const fieldsOf = useFieldFaults();
  const [own, setOwn] = useState(false);
  const open = given ?? own;
  const setOpen = onOpen ?? setOwn;
  const [refused, setRefused] = useState<unknown>();
  const [begun, setBegun] = useState(initial);
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const latest = JSON.stringify(initial);

  // A form keeps what it began with while somebody types; after a refusal it takes up how things stand now.
  useEffect(() => {
    if (!open || refused) setBegun(latest === undefined ? undefined : (JSON.parse(latest) as Values));
  }, [open, refused, latest]);

  async function send(values: Values) {
    setRefused(undefined);
    try {
      const reply = await act(typeof path === 'string' ? path : path(values), {
        done: 'common.done',
        tellsRefusals: true,
        ...request,
        body: await bodyOf(values, begun ?? {}),
      });
      setOpen(false);
      onDone?.(reply);
    } catch (error) {
      setRefused(error);
      if (error instanceof ProblemError) return fieldsOf(error);
    }
    return undefined;
  }

  function close() {
    setRefused(undefined);
    setOpen(false);
  }

  return (
    <>
      <Button size="small" variant="contained" {...button} onClick={() => setOpen(true)}>
        {t(label)}
      </Button>
      <Dialog
        open={open}
        onClose={(_event, why) => why !== 'backdropClick' && !busy && close()}
        fullScreen={small}
        fullWidth
        maxWidth="sm"
        aria-label={t(label)}
      >
        <ResourceContextProvider value="form">
          <Form record={begun} onSubmit={send} resetOptions={KEEP_TYPED} sanitizeEmptyValues noValidate disableInvalidFormNotification>
            <DialogTitle component="h2">{t(label)}</DialogTitle>
            <DialogContent>
              {note && (
                <Alert severity="info" sx={{ mb: 2 }}>
                  {t(note, { _: note })}
                </Alert>
              )}
              {refused !== undefined && <Refused error={refused} />}
              {children}
            </DialogContent>
            <DialogActions>
              <Button onClick={close}>{t('ra.action.cancel')}</Button>
              <SaveButton label={label} icon={<></>} alwaysEnable disabled={busy} />
            </DialogActions>
          </Form>
        </ResourceContextProvider>
      </Dialog>
    </>
  );
}
