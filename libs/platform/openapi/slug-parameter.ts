import type { OpenAPIObject } from '@nestjs/swagger';
import { SLUG } from '../access/access.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The guard takes the event's slug from the path, not the handler: so Nest does not know of the parameter. */
export function describeSlug(path: string, operation: Operation): void {
  if (!path.includes('{slug}')) return;
  const parameter = {
    name: 'slug',
    in: 'path' as const,
    required: true,
    description: 'The event.',
    schema: { type: 'string', pattern: SLUG.source },
  };
  operation.parameters = [parameter, ...(operation.parameters ?? [])];
}
