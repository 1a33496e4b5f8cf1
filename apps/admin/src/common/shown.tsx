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

/** A view in each of its states: coming, refused (with what to do), or there. */
export function Shown<T>({ view, children }: { view: UseQueryResult<T, ProblemError>; children: (data: T) => ReactNode }) {
  const t = useTranslate();
  const textOf = useProblemText();
  if (view.data !== undefined) return <>{children(view.data)}</>;
  if (view.isError)
    return (
      <Alert
        severity={view.error.status === 403 ? 'info' : 'error'}
        action={
          view.error.status !== 403 && (
            <Button color="inherit" size="small" onClick={() => void view.refetch()}>
              {t('common.try_again')}
            </Button>
          )
        }
      >
        {textOf(view.error)}
      </Alert>
    );
  return <Waiting />;
}
