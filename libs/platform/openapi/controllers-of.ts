import type { DynamicModule, Type } from '@nestjs/common';

export type Part = Type | DynamicModule;

/** Every controller of a module and of all it imports. */
export function controllersOf(part: Part, seen = new Set<unknown>()): Type[] {
  const dynamic = 'module' in part ? part : undefined;
  const type = dynamic ? dynamic.module : (part as Type);
  if (!type || seen.has(part)) return [];
  seen.add(part);
  const declared = <T>(key: string): T[] => [
    ...((Reflect.getMetadata(key, type) as T[] | undefined) ?? []),
    ...((dynamic?.[key as 'imports'] ?? []) as T[]),
  ];
  return [
    ...declared<Type>('controllers'),
    ...declared<Part>('imports').flatMap((child) => (child instanceof Promise ? [] : controllersOf(child, seen))),
  ];
}
