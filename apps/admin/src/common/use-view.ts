import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEvent } from '../layout/event-context.js';
import { read, type ProblemError, type Query } from '../providers/api.js';

/** A path below the present event; one that begins with a slash stands on its own. */
export const addressOf = (path: string, slug: string): string => (path.startsWith('/') ? path.slice(1) : `events/${slug}/${path}`);

/** Reads a view below the present event and keeps it fresh; `path` null asks nothing yet. `everyMs` asks again so often. */
export function useView<T>(path: string | null, query: Query = {}, everyMs?: number): UseQueryResult<T, ProblemError> {
  const { slug } = useEvent();
  return useQuery<T, ProblemError>({
    queryKey: ['view', slug, path, query],
    queryFn: ({ signal }) => read<T>(addressOf(path ?? '', slug), query, signal),
    enabled: path !== null,
    refetchInterval: everyMs,
  });
}
