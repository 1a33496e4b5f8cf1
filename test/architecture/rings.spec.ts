import { posix } from 'node:path';
import type { Source } from './rooms.js';
import { sourcesBelow } from './sources.js';

/** Imports and re-exports of values; what is a type only is gone before anything runs. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:([^;'"]*?)\sfrom\s+)?'(\.[^']+)';/gm;
const typesOnly = (names: string): boolean => /^\{[^}]*\}$/.test(names.trim()) && !/[{,]\s*(?!type\s)\w/.test(names);

/** The files that load each other in a ring, as one walk round it; empty where there is none. */
function ringIn(sources: readonly Source[]): string[] {
  const known = new Set(sources.map(({ path }) => path));
  const fileOf = (from: string, to: string): string | undefined => {
    const bare = posix.join(posix.dirname(from), to).replace(/\.(js|tsx?)$/, '');
    return [`${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`].find((path) => known.has(path));
  };
  const loads = new Map(
    sources.map(({ path, text }) => [
      path,
      [...text.matchAll(IMPORT)].filter(([, names]) => !typesOnly(names ?? '')).flatMap(([, , to]) => fileOf(path, to!) ?? []),
    ]),
  );
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of loads.get(path) ?? []) {
      const ring = walk(next, [...way, path]);
      if (ring.length) return ring;
    }
    done.add(path);
    return [];
  };
  for (const { path } of sources) {
    const ring = walk(path, []);
    if (ring.length) return ring;
  }
  return [];
}

describe('files', () => {
  it('never load each other in a ring', () => {
    expect(ringIn(sourcesBelow('libs', 'apps'))).toEqual([]);
  });

  it('are found out when they do, unless it is for types', () => {
    const a = { path: 'libs/a.ts', text: `import { b } from './b.js';` };
    expect(
      ringIn([
        a,
        { path: 'libs/b.ts', text: `export * from './c/index.js';` },
        { path: 'libs/c/index.ts', text: `import { type A, a } from '../a.js';` },
      ]),
    ).toEqual(['libs/a.ts', 'libs/b.ts', 'libs/c/index.ts', 'libs/a.ts']);
    expect(ringIn([a, { path: 'libs/b.ts', text: `import { type A, type C } from './a.js';\nimport type { D } from './a.js';` }])).toEqual(
      [],
    );
  });
});
