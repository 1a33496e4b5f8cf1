import { useQuery } from '@tanstack/react-query';
import { Alert, Box, Button } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useProblemText } from '../common/problem-text.js';
import { read } from '../providers/api.js';
import type { Me } from '../providers/me.js';
import { EventContextProvider, type CurrentEvent } from './event-context.js';

/** Reads who one is and the event's public view, once, before any screen of the event is shown. */
export function InEvent({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const { slug = '' } = useParams();
  const textOf = useProblemText();
  const { permissions: me } = usePermissions<Me>();
  const event = useQuery({
    queryKey: ['event', slug],
    queryFn: () => read<Omit<CurrentEvent, 'roles' | 'me'>>(`events/${slug}`),
    staleTime: Infinity,
  });
  if (event.isError)
    return (
      <Box component="main" sx={{ p: 4 }}>
        <Alert
          severity="error"
          action={
            <Button color="inherit" href="/admin/">
              {t('session.choose')}
            </Button>
          }
        >
          {textOf(event.error)}
        </Alert>
      </Box>
    );
  if (!event.data || !me) return null;
  const roles = me.events.find((mine) => mine.slug === slug)?.roles ?? [];
  return <EventContextProvider value={{ ...event.data, slug, roles, me }}>{children}</EventContextProvider>;
}
