import { Alert, Button, Skeleton, Stack } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { ProblemError } from '../providers/api.js';
import { useProblemText } from './problem-text.js';

const BLINK_MS = 300;

/** Grey bars in place of what is coming, but only when it takes long enough to notice. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const t = useTranslate();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), BLINK_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <Stack spacing={1} role="status" aria-label={t('ra.page.loading')}>
      {Array.from({ length: lines }, (_, i) => (
        <Skeleton key={i} variant="rounded" height={36} />
      ))}
    </Stack>
  );
}

/** Why a view is not there: for people of another role, or for now, and then it may be asked for again. */
export function NotShown({ error, again }: { error: unknown; again: () => unknown }) {
  const t = useTranslate();
  const textOf = useProblemText();
  const isRole = (error as { status?: number }).status === 403;
  return (
    <Alert
      severity={isRole ? 'info' : 'error'}
      action={
        !isRole && (
          <Button color="inherit" size="small" onClick={() => void again()}>
            {t('common.try_again')}
          </Button>
        )
      }
    >
      {textOf(error)}
    </Alert>
  );
}

/** A view in each of its states: coming, refused (with what to do), or there. */
export function Shown<T>({ view, children }: { view: UseQueryResult<T, ProblemError>; children: (data: T) => ReactNode }) {
  if (view.data !== undefined) return <>{children(view.data)}</>;
  if (view.isError) return <NotShown error={view.error} again={() => view.refetch()} />;
  return <Waiting />;
}
